package org.parley.common;

import java.math.BigDecimal;
import java.util.List;

/**
 * Why a figure is what it is: lines whose effects add up to it.
 *
 * @param lines in the order in which a reader should read them
 */
public record Explanation(List<Line> lines) {

    /**
     * One step of the sum.
     *
     * @param code   a stable name of the step, such as {@code RATE} or {@code REASON_OUTAGE}
     * @param text   the step in plain words, with the numbers that went into it
     * @param effect what it adds to the figure, in the figure's own unit; zero for a line that only informs
     */
    public record Line(String code, String text, BigDecimal effect) {

        /** A line that informs and adds nothing. */
        public static Line note(String code, String text) {
            return new Line(code, text, BigDecimal.ZERO);
        }
    }

    public Explanation {
        lines = List.copyOf(lines);
    }

    public static Explanation of(Line... lines) {
        return new Explanation(List.of(lines));
    }

    /** The sum of all effects. */
    public BigDecimal total() {
        return lines.stream().map(Line::effect).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
