package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a value must be, by its kind.
 *
 * @param kinds  what it may be; {@code NUMBER} includes {@code INTEGER}
 * @param among  the only values allowed; empty if all are
 * @param bounds what a number must hold
 * @param text   what a string must be
 * @param list   what an array must be
 * @param object what an object must be
 * @param wanted what is wanted, in words that go on after "must be"
 */
record ValueRule(Set<Kind> kinds, Optional<Among> among, List<Bound> bounds, Optional<TextRule> text, Rule list,
        Rule object, String wanted) implements Rule {

    @Override
    public void check(JsonParser parser, Where where, Faults faults) throws IOException {
        boolean numeric = parser.currentToken().isNumeric();
        if (numeric && !Numbers.check(parser, where, faults)) {
            return;
        }
        Kind kind = Kind.of(parser, !kinds.contains(Kind.NUMBER));
        boolean good = (kinds.contains(kind) || kind == Kind.INTEGER && kinds.contains(Kind.NUMBER))
                && (among.isEmpty() || among.get().holds(parser));
        if (!good) {
            wrong(parser, where, faults);
        } else if (kind == Kind.OBJECT) {
            object.check(parser, where, faults);
        } else if (kind == Kind.ARRAY) {
            list.check(parser, where, faults);
        } else if (numeric && !inBounds(parser) || kind == Kind.STRING && text.isPresent() && !text.get().holds(parser)) {
            wrong(parser, where, faults);
        }
    }

    private boolean inBounds(JsonParser parser) throws IOException {
        if (bounds.isEmpty()) {
            return true;
        }
        double rounded = parser.getDoubleValue();
        for (int i = 0; i < bounds.size(); i++) {
            if (!bounds.get(i).holds(parser, rounded)) {
                return false;
            }
        }
        return true;
    }

    private void wrong(JsonParser parser, Where where, Faults faults) throws IOException {
        faults.add(where.toString(), "'" + where + "' must be " + wanted);
        Skip.value(parser, where, faults);
    }
}
