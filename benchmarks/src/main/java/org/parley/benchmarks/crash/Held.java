package org.parley.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.benchmarks.crash.Remembered.Fate;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;

/** What a server holds, compared with what its clients remember. */
final class Held {

    private static final int PAGE = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Api api;
    private final List<String> broken = new ArrayList<>();
    private long events;

    private Held(Api api) {
        this.api = api;
    }

    /** What was found: events, and each claim that does not hold. */
    record Findings(long events, List<String> broken) {}

    /** Compares, once all is counted that is there. */
    static Findings compare(Api api, Collection<Remembered> remembered) {
        Held held = new Held(api);
        Map<String, List<Remembered>> byCustomer = new TreeMap<>();
        remembered.forEach(one -> byCustomer.computeIfAbsent(one.sent().customer(), c -> new ArrayList<>()).add(one));
        byCustomer.forEach(held::customer);
        return new Findings(held.events, held.broken);
    }

    private void customer(String customer, List<Remembered> remembered) {
        List<String> ids = new ArrayList<>();
        try {
            Await.until("all events of " + customer + " are counted", PATIENCE, () -> {
                ids.clear();
                return readCounted(customer, ids);
            });
        } catch (AssertionError e) {
            broken.add("not counted: " + e.getMessage());
        }
        Set<String> distinct = new HashSet<>(ids);
        events += distinct.size();
        if (distinct.size() < ids.size()) {
            broken.add(customer + " has " + (ids.size() - distinct.size()) + " events twice");
        }
        remembered.forEach(one -> check(one, distinct));
        if (!distinct.isEmpty()) {
            broken.add(customer + " has events that nobody sent, or that were refused: "
                    + distinct.stream().limit(5).toList() + " and in all " + distinct.size());
        }
    }

    /** Reads a whole timeline; whether all in it is counted. */
    private boolean readCounted(String customer, List<String> ids) {
        String after = "";
        boolean counted = true;
        do {
            JsonNode page = api.get("/events?customer=" + customer + "&type=org.parley.usage&limit=" + PAGE
                    + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)))
                    .expect(200).json();
            for (JsonNode item : page.get("items")) {
                ids.add(item.get("id").asText());
                counted &= item.get("state").asText().equals("counted");
            }
            after = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (counted && !after.isEmpty());
        return counted;
    }

    /** Checks one request and takes its events out of what is left. */
    private void check(Remembered one, Set<String> left) {
        List<String> good = one.fate() == Fate.REFUSED ? List.of() : one.sent().good();
        List<String> missing = good.stream().filter(id -> !left.remove(id)).toList();
        if (missing.isEmpty()) {
            return;
        }
        if (one.fate() == Fate.TAKEN) {
            broken.add("lost: " + missing.size() + " events of " + one + ", the first is " + missing.get(0));
        } else if (!isWhole(one.sent(), good, missing)) {
            broken.add("torn: " + missing.size() + " of " + good.size() + " events of " + one + " are missing, the first is "
                    + missing.get(0));
        }
    }

    /** Whether this may be missing of an unanswered request: all of it, or of lines all from one on. */
    private static boolean isWhole(Sent sent, List<String> good, List<String> missing) {
        return missing.size() == good.size() || sent.kind() == Sent.Kind.LINES
                && good.subList(good.size() - missing.size(), good.size()).equals(missing);
    }
}
