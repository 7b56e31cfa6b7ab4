package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.parley.itests.kit.BundleFiles;
import org.parley.itests.load.Lane;
import org.parley.itests.load.SwapRig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Modules are swapped while requests flow on all of them. */
class SwapIT {

    private static final int SWAPS_EACH = 3;

    @RegisterExtension
    static final Server SERVER = new Server();

    @TempDir
    private Path folder;

    @Test
    void swapsUnderLoadFailNoRequestAndTouchNoOtherBundle() {
        SwapRig.Result result = new SwapRig(SERVER.get(), folder).run(SWAPS_EACH, System.out::println);

        for (Lane.Summary lane : result.lanes()) {
            assertThat(lane.failures()).as(lane.name()).isEmpty();
            assertThat(lane.sent()).as(lane.name()).isPositive();
        }
        assertThat(result.eventsLost()).isZero();
        assertThat(result.eventsDoubled()).isZero();
        assertThat(result.ledger()).isEqualTo(result.paymentsSent());
        assertThat(result.report()).isEqualTo(result.paymentsSent());
        assertThat(result.strangers()).isEmpty();
    }

    @Test
    void aVersionThatCannotBeResolvedIsReplacedByThePreviousOne() {
        Path broken = BundleFiles.repack(scoring(), folder.resolve("broken.jar"), Map.of("Bundle-Version", "1.0.1",
                "Import-Package", BundleFiles.header(scoring(), "Import-Package") + ",org.parley.nowhere"));
        rollsBack(broken);
    }

    @Test
    void aVersionThatStartsAndIsNeverReadyIsReplacedByThePreviousOne() {
        Path broken = BundleFiles.repackWithout(
                BundleFiles.repack(scoring(), folder.resolve("new.jar"), Map.of("Bundle-Version", "1.0.2")),
                folder.resolve("crippled.jar"), "org/parley/scoring/internal/store");
        rollsBack(broken);
    }

    private static void rollsBack(Path broken) {
        String said = SERVER.get().tryConsole("parley:swap scoring --from " + broken);
        assertThat(said).contains("NOT SWAPPED", "the previous version runs again");
        assertThat(version()).isEqualTo("1.0.0");
        SERVER.api().get("/customers/nobody/scores").expect(200);
    }

    @Test
    void anotherModulesBundleIsNotTaken() {
        Path capture = bundle("org.parley.capture");
        assertThat(SERVER.get().tryConsole("parley:swap scoring --from " + capture)).contains("NOT SWAPPED",
                "is not this module");
        assertThat(SERVER.get().tryConsole("parley:swap scoring 9.9.9")).contains("NOT SWAPPED", "9.9.9");
        assertThat(SERVER.get().tryConsole("parley:swap nothing")).contains("NOT SWAPPED", "nothing");
        assertThat(version()).isEqualTo("1.0.0");
    }

    @Test
    void aVersionIsInstalledByItsNumberOutlivesARestartAndIsRolledBackByItsNumber() throws IOException {
        Path repository = SERVER.get().data().resolve("repository/org/parley/org.parley.scoring/1.0.3");
        Files.createDirectories(repository);
        BundleFiles.repack(scoring(), repository.resolve("org.parley.scoring-1.0.3.jar"),
                Map.of("Bundle-Version", "1.0.3"));

        assertThat(SERVER.get().console("parley:swap scoring 1.0.3")).contains("1.0.0 -> 1.0.3");
        assertThat(version()).isEqualTo("1.0.3");
        SERVER.get().stop();
        SERVER.get().start();
        assertThat(version()).isEqualTo("1.0.3");
        SERVER.api().get("/customers/nobody/scores").expect(200);
        assertThat(SERVER.get().console("parley:swap scoring 1.0.0")).contains("1.0.3 -> 1.0.0");
        assertThat(version()).isEqualTo("1.0.0");
    }

    private static Path scoring() {
        return bundle("org.parley.scoring");
    }

    private static Path bundle(String name) {
        return SERVER.get().command().distribution()
                .resolve("system/org/parley/" + name + "/1.0.0/" + name + "-1.0.0.jar");
    }

    /** Which version of the scoring module runs. */
    private static String version() {
        return SERVER.get().console("parley:modules").lines().filter(line -> line.startsWith("scoring"))
                .map(line -> line.split("[^0-9a-z.]+")[1]).findFirst().orElseThrow();
    }
}
