package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.parley.itests.load.Lane;
import org.parley.itests.load.SwapRig;

import java.nio.file.Path;

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
}
