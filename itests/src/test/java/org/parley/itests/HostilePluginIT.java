package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.itests.hostile.ThrowingStrategy;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.BundleFiles;
import org.parley.itests.kit.Shop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Strategies that throw, hang, or answer nonsense: the fallback answers, the record says why, others notice nothing. */
class HostilePluginIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final Server SERVER = new Server();

    private static Shop shop;

    @BeforeAll
    static void install(@TempDir Path folder) {
        Path bundle = BundleFiles.pack(folder.resolve("hostile.jar"), ThrowingStrategy.class,
                Map.of("Bundle-SymbolicName", "org.parley.itests.hostile", "Bundle-Version", "1.0.0"));
        SERVER.get().console("bundle:install -s file:" + bundle.toAbsolutePath());
        Await.until("the strategies are there", PATIENCE, () -> SERVER.api().get("/strategies").text()
                .contains("hostile-hangs"));
        shop = new Shop(SERVER.api());
        shop.offering("news", "EUR");
        shop.policy("fair", "fairpay", "fixed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"hostile-throws, failed: hostile", "hostile-hangs, did not answer within",
        "hostile-nonsense, JPY", "hostile-nothing, no decision"})
    void theFallbackAnswersAndTheRecordSaysWhy(String strategy, String why) {
        shop.policy(strategy, strategy, "pay-what-you-want");
        String relationship = shop.relationship("customer-of-" + strategy, "news", strategy).get("id").asText();
        for (int i = 0; i < 2; i++) {
            String cycle = shop.openCycle(relationship);
            shop.request(cycle);
            shop.price(cycle, "3.00", "EUR");
            JsonNode decision = SERVER.api().get("/cycles/" + cycle + "/decision").expect(200).json();
            assertThat(decision.get("strategy").get("name").asText()).as("%s", decision).isEqualTo("pay-what-you-want");
            assertThat(decision.get("fallbackReason").asText()).as("%s", decision).contains(strategy).containsAnyOf(why, "quarantine");
        }
        assertThat(shop.relationship(relationship).get("fallbackReason").asText()).contains(strategy);
        othersNoticeNothing("neighbour-of-" + strategy);
    }

    private static void othersNoticeNothing(String customer) {
        String relationship = shop.relationship(customer, "news", "fair").get("id").asText();
        String cycle = shop.openCycle(relationship);
        shop.request(cycle);
        shop.price(cycle, "4.00", "EUR");
        JsonNode decision = SERVER.api().get("/cycles/" + cycle + "/decision").expect(200).json();
        assertThat(decision.get("strategy").get("name").asText()).isEqualTo("fairpay");
        assertThat(SERVER.api().get("/health/ready").status()).isEqualTo(200);
    }
}
