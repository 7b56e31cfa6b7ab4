package org.parley.capture.internal.intake;

import org.parley.capture.internal.rules.DataRules;
import org.parley.capture.internal.rules.Rule;
import org.parley.common.SellerId;

/** The rules by type for one seller; it keeps the last, since a request's events mostly have one type. For one request. */
final class TypeRules {

    private final DataRules rules;
    private final SellerId seller;
    private String type = "";
    private Rule rule = Rule.FREE_DATA;

    TypeRules(DataRules rules, SellerId seller) {
        this.rules = rules;
        this.seller = seller;
    }

    Rule of(String wanted) {
        if (!wanted.equals(type)) {
            rule = rules.of(seller, wanted);
            type = wanted;
        }
        return rule;
    }
}
