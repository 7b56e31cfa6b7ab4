package org.parley.itests.load;

import com.fasterxml.jackson.databind.JsonNode;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads back what the server holds of some events, page by page. */
public final class Timelines {

    private static final int PAGE = 1000;
    private static final Duration CATCH_UP = Duration.ofMinutes(2);

    private final Api api;

    public Timelines(Api api) {
        this.api = api;
    }

    /** The ids of all events of this type about a customer, newest first; an id that is there twice is twice in it. */
    public List<String> ids(String customer, String type) {
        List<String> ids = new ArrayList<>();
        String query = "/events?customer=" + encode(customer) + "&type=" + encode(type) + "&limit=" + PAGE;
        String after = "";
        do {
            JsonNode page = api.get(query + (after.isEmpty() ? "" : "&after=" + encode(after))).expect(200).json();
            page.get("items").forEach(item -> ids.add(item.get("id").asText()));
            after = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!after.isEmpty());
        return ids;
    }

    /** The same, once there are at least so many: timelines follow the journal at a distance. */
    public List<String> idsOnceThereAre(int count, String customer, String type) {
        List<String> ids = new ArrayList<>();
        Await.until(customer + " has " + count + " events", CATCH_UP, () -> {
            ids.clear();
            ids.addAll(ids(customer, type));
            return ids.size() >= count;
        });
        return ids;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
