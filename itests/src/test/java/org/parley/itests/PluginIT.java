package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.Shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The example plugin comes and goes as a third party's does. */
class PluginIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STRATEGY = "thank-you";
    private static final Path PLUGIN = Path.of(System.getProperty("parley.example.plugin"));

    @RegisterExtension
    static final Server SERVER = new Server();

    @Test
    void itIsUsedAtOnceReplacedByTheFallbackWhileItIsGoneAndUsedAgain() throws IOException {
        assertThat(installed()).isFalse();
        SERVER.get().console("bundle:install -s file:" + PLUGIN.toAbsolutePath());
        awaitInstalled(true);

        Shop shop = new Shop(SERVER.api());
        shop.offering("news", "EUR");
        shop.policy("thanks", STRATEGY, "rate-card");
        String relationship = shop.relationship("ada", "news", "thanks").get("id").asText();
        answeredBy(shop, relationship, STRATEGY);
        answeredBy(shop, relationship, STRATEGY);

        SERVER.get().console("bundle:uninstall com.example.thankyou");
        awaitInstalled(false);
        JsonNode decision = answeredBy(shop, relationship, "rate-card");
        assertThat(decision.get("fallbackReason").asText()).contains(STRATEGY, "not installed");
        assertThat(shop.relationship(relationship).get("fallbackReason").asText()).contains("not installed");
        ProblemCheck.check(shop.tryPolicy("more-thanks", STRATEGY,
                JsonNodeFactory.instance.objectNode(), "fixed"), 422, "unknown-strategy");

        Path deployed = SERVER.get().data().resolve("deploy/thankyou.jar");
        Files.copy(PLUGIN, deployed);
        awaitInstalled(true);
        assertThat(answeredBy(shop, relationship, STRATEGY).get("fallback").asBoolean()).isFalse();
        assertThat(shop.relationship(relationship).get("fallback").asBoolean()).isFalse();

        Files.delete(deployed);
        awaitInstalled(false);
        answeredBy(shop, relationship, "rate-card");
    }

    /** Ends the open cycle, whose price is binding; returns its decision. */
    private static JsonNode answeredBy(Shop shop, String relationship, String strategy) {
        String cycle = shop.openCycle(relationship);
        shop.request(cycle);
        JsonNode decision = SERVER.api().get("/cycles/" + cycle + "/decision").expect(200).json();
        assertThat(decision.get("strategy").get("name").asText()).as("%s", decision).isEqualTo(strategy);
        assertThat(shop.openCycle(relationship)).isNotEqualTo(cycle);
        return decision;
    }

    private static void awaitInstalled(boolean wanted) {
        Await.until(STRATEGY + (wanted ? " is there" : " is gone"), PATIENCE, () -> installed() == wanted);
    }

    private static boolean installed() {
        return SERVER.api().get("/strategies").expect(200).json().get("items").findValuesAsText("name")
                .contains(STRATEGY);
    }
}
