package org.parley.capture.internal.meters.rollup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.capture.internal.meters.Definition;
import org.parley.capture.internal.meters.Group;

/** Which groups an answer is about, and what it tells of them. */
record Projection(List<String> names, List<String> shown, Map<String, Optional<String>> filter) {

    /** Comes after every {@link #place}. */
    static final String LAST = "\uffff";

    private static final String REST = "\ufffe";

    static Projection of(Definition definition, UsageQuery query) {
        return new Projection(List.copyOf(definition.groupBy().keySet()), query.groupBy(), query.filter());
    }

    /** Whether the group is asked for. What the rest is made of is not known, so it is told in any case. */
    boolean includes(Group group) {
        return !(group instanceof Group.Of of) || filter.entrySet().stream()
                .allMatch(wanted -> of.values().get(names.indexOf(wanted.getKey())).equals(wanted.getValue()));
    }

    /** The order of groups in an answer; groups that are told as one have the same place. */
    String place(Group group) {
        if (group instanceof Group.Rest) {
            return REST;
        }
        StringBuilder place = new StringBuilder();
        told(group).forEach(value -> place.append(value.isPresent() ? '\u0001' : '\u0000').append(value.orElse("")).append('\u0000'));
        return place.toString();
    }

    /** What is told of a group; nothing of the rest. */
    Map<String, String> view(Group group) {
        Map<String, String> view = new LinkedHashMap<>();
        List<Optional<String>> values = told(group);
        for (int i = 0; i < values.size(); i++) {
            String name = shown.get(i);
            values.get(i).ifPresent(value -> view.put(name, value));
        }
        return view;
    }

    private List<Optional<String>> told(Group group) {
        List<Optional<String>> values = new ArrayList<>();
        if (group instanceof Group.Of of) {
            shown.forEach(name -> values.add(of.values().get(names.indexOf(name))));
        }
        return values;
    }
}
