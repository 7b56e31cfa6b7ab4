package org.parley.pricing.fairpay.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.parley.common.Explanation;
import org.parley.common.Explanation.Line;

/** The lines that add up to a reputation, and what it would take to change it. */
final class ReputationText {

    private static final BigDecimal START = new BigDecimal("0.5");

    private ReputationText() {}

    /** Before and after a scored cycle. */
    static Explanation of(History before, Situation now, Rule rule) {
        FairPayParameters parameters = now.parameters();
        double faded = before.reputation().faded(parameters.fading().perCycle()).mean();
        List<Line> lines = new ArrayList<>();
        lines.add(start());
        if (before.cycles() > 0) {
            lines.add(new Line("EARLIER_CYCLES", before.cycles() + " earlier cycles, counting half as much every "
                    + plain(parameters.fading().halfLife()) + " cycles", shown(faded).subtract(START)));
        }
        lines.add(new Line("THIS_CYCLE", "this cycle's fairness is " + plain(now.fairness()) + ", with weight "
                + plain(now.weight()), shown(now.mean()).subtract(shown(faded))));
        lines.add(lowerBound(now.low()));
        lines.add(Line.note(rule.id(), rule.text()));
        whatWouldHelp(now, rule).forEach(lines::add);
        return new Explanation(lines);
    }

    /** When nothing was scored: the reputation as it is. */
    static Explanation unchanged(History history, String rule, String why) {
        return new Explanation(List.of(start(), new Line("EARLIER_CYCLES", history.cycles() + " earlier cycles",
                shown(history.reputation().mean()).subtract(START)), Line.note(rule, why)));
    }

    /** When an earlier price was raised. */
    static Explanation mended(History before, History after, String rule, String why) {
        double earlier = before.reputation().mean();
        return new Explanation(List.of(start(),
                new Line("EARLIER_CYCLES", before.cycles() + " earlier cycles", shown(earlier).subtract(START)),
                new Line("RAISED_PRICE", "an earlier price was raised; the gain in fairness counts half",
                        shown(after.reputation().mean()).subtract(shown(earlier))),
                Line.note(rule, why)));
    }

    private static List<Line> whatWouldHelp(Situation now, Rule rule) {
        Fairness bands = now.parameters().fairness();
        return switch (rule.outcome()) {
            case WARN -> List.of(Line.note("WHAT_HELPS", "a price of " + Figures.percent(bands.ok())
                    + " against the suggestion or better next time, or a reason that explains a lower one"));
            case BASIC -> List.of(Line.note("WHAT_HELPS", "every price of " + Figures.percent(bands.ok())
                    + " against the suggestion or better brings the reputation nearer to the standard gate: mean "
                    + plain(now.parameters().gates().mean()) + ", lower bound " + plain(now.parameters().gates().low())));
            case SUSPEND -> List.of(Line.note("WHAT_HELPS", now.parameters().suspensionCycles()
                    + " cycles at the fixed price, then a new probation of " + now.parameters().retrial()
                    + " cycles; or an appeal"));
            default -> List.of();
        };
    }

    private static Line start() {
        return new Line("START", "where everybody begins, without any evidence", START);
    }

    private static Line lowerBound(double low) {
        return Line.note("LOWER_BOUND", "with 95 % certainty the true fairness is at least " + plain(low));
    }

    private static BigDecimal shown(double value) {
        return Figures.decimal(value, Figures.SHOWN);
    }

    private static String plain(double value) {
        return shown(value).toPlainString();
    }
}
