package org.parley.capture.internal.intake;

import java.util.Map;
import org.parley.capture.api.EventTypes;

/** What the fields of the built-in types must be. A field that is not named here may be anything, and none must be there. */
final class DataRules {

    private static final Map<String, Map<String, FieldRule>> BY_TYPE = Map.of(
            EventTypes.USAGE, Map.of(
                    "quantity", FieldRules.notNegative(), "unit", FieldRules.text(), "item", FieldRules.text(),
                    "activeSeconds", FieldRules.notNegative(), "completion", FieldRules.between(0, 1)),
            EventTypes.ATTENTION, Map.of(
                    "activeSeconds", FieldRules.notNegative(), "effortSeconds", FieldRules.notNegative(),
                    "channel", FieldRules.text(), "initiative", FieldRules.oneOf("self", "pushed")),
            EventTypes.DISCLOSURE, Map.of("field", FieldRules.text(), "purpose", FieldRules.text()),
            EventTypes.EXPECTATION, Map.of("goal", FieldRules.text(), "level", FieldRules.between(-2, 2)),
            EventTypes.OUTCOME, Map.of("goal", FieldRules.text(), "level", FieldRules.between(-2, 2)),
            EventTypes.FEEDBACK, Map.of(
                    "dimension", FieldRules.text(), "rating", FieldRules.number(), "text", FieldRules.text()),
            EventTypes.PURCHASE, Map.of(
                    "price", FieldRules.price(), "quantity", FieldRules.notNegative(), "item", FieldRules.text()));

    private DataRules() {}

    /** The rules by field; none for a type that is not built in. */
    static Map<String, FieldRule> of(String type) {
        return BY_TYPE.getOrDefault(type, Map.of());
    }
}
