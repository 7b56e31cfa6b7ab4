package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an object must be.
 *
 * @param members  what is known of members, by name
 * @param others   what a member of any other name must be
 * @param required the bits of the members that must be there
 */
record ObjectRule(Map<String, Member> members, Rule others, long required) implements Rule {

    /** The most members that can be required here: each has a bit. */
    static final int MAX_REQUIRED = Long.SIZE;

    /**
     * What is known of one member.
     *
     * @param bit of a member that must be there; else 0
     */
    record Member(Rule rule, long bit) {}

    /** The rule for members of an object that has only those it knows. */
    static Rule closed(Map<String, ?> known) {
        String names = known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known.keySet()));
        return (parser, where, faults) -> {
            faults.add(where.toString(), "'" + where + "' is no member of this type; known are " + names);
            Skip.value(parser, where, faults);
        };
    }

    @Override
    public void check(JsonParser parser, Where where, Faults faults) throws IOException {
        long missing = required;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            @Nullable Member member = members.get(name);
            if (member == null) {
                others.check(parser, where.member(name), faults);
            } else {
                missing &= ~member.bit();
                member.rule().check(parser, where.member(name), faults);
            }
        }
        if (missing != 0) {
            tell(missing, where, faults);
        }
    }

    private void tell(long missing, Where where, Faults faults) {
        members.forEach((name, member) -> {
            if ((member.bit() & missing) != 0) {
                Where absent = where.member(name);
                faults.add(absent.toString(), "'" + absent + "' is missing");
            }
        });
    }
}
