package org.parley.cli.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What must exist on the server before a file is sent: offerings first, then policies.
 *
 * @param things in the order to make them
 */
public record Setup(List<Thing> things) {

    public Setup {
        things = List.copyOf(things);
    }

    /**
     * An offering or a policy.
     *
     * @param path below the API's base path
     * @param body what to PUT if it is absent: a JSON tree of maps, lists, strings, numbers and booleans
     */
    public record Thing(String path, Object body) {}

    static Setup read(Located spec) {
        spec.only("offerings", "policies");
        List<Thing> things = new ArrayList<>();
        for (String kind : List.of("offerings", "policies")) {
            spec.get(kind).map(Located::map).orElse(Map.of())
                    .forEach((id, body) -> things.add(new Thing("/" + kind + "/" + id, PlainTree.of(body))));
        }
        return new Setup(things);
    }
}
