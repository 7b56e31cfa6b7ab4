package org.parley.benchmarks;

import org.parley.itests.kit.ParleyServer;
import org.parley.itests.load.Lane;
import org.parley.itests.load.SwapRig;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Swaps capture, scoring, pricing and reporting 50 times each, one after the other, while requests flow on all four: two
 * connections each, every one sending a request each 20 ms or as soon as it is answered. Tells how many requests were
 * sent, how many did not end in a 2xx, how many events and payments were lost or doubled, the longest time a request
 * took from being sent to being answered whole (a held request waits in it), and which bundles of other modules changed.
 *
 * <p>It does not measure throughput, nor long uploads or streams across a swap.
 */
public final class Swap {

    private static final int SWAPS_EACH = 50;

    private Swap() {}

    /** Takes the number of swaps of each module, 50 if not given. */
    public static void main(String[] arguments) throws IOException {
        int swapsEach = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SWAPS_EACH;
        Run run = new Run("swap");
        SwapRig.Result result;
        try (ParleyServer server = ParleyServer.start(run.folder("server"))) {
            result = new SwapRig(server, run.scratch()).run(swapsEach, run::say);
        }
        List<String> broken = new ArrayList<>();
        for (Lane.Summary lane : result.lanes()) {
            run.say("%-10s %,9d requests, %d not 2xx, longest %d ms", lane.name(), lane.sent(), lane.failed(),
                    lane.longest().toMillis());
            lane.failures().forEach(failure -> broken.add(lane.name() + ": " + failure));
        }
        run.say("events: %,d acknowledged, %d lost, %d doubled", result.eventsSent(), result.eventsLost(),
                result.eventsDoubled());
        run.say("payments: acknowledged %s, ledger %s, report %s", result.paymentsSent(), result.ledger(),
                result.report());
        run.say("bundles of other modules that changed during %d swaps: %d", result.swaps(), result.strangers().size());
        broken.addAll(result.strangers());
        if (result.eventsLost() + result.eventsDoubled() > 0) {
            broken.add("events were lost or doubled");
        }
        if (!result.ledger().equals(result.paymentsSent()) || !result.report().equals(result.paymentsSent())) {
            broken.add("payments were lost or doubled");
        }
        run.verdict(broken);
    }
}
