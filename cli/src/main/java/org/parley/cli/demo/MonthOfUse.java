package org.parley.cli.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * What a customer does in one month, as events: sittings with some articles each, and the attention they took.
 *
 * @param source of the events
 * @param from   when the month begins
 * @param to     when it ends
 */
record MonthOfUse(String source, Instant from, Instant to) {

    private static final double SITTINGS = 6;
    private static final int MOST_SITTINGS = 20;
    private static final int MOST_ARTICLES = 8;
    private static final double PUSHED = 0.3;

    /** Writes the events of this customer, a line each, and returns how many they are. */
    int write(Customer customer, int month, JsonGenerator json) throws IOException {
        Random chance = customer.chance(month, "use");
        int sittings = Math.max(1, (int) Math.min(MOST_SITTINGS,
                Math.round(SITTINGS * customer.intensity() * Math.exp(0.3 * chance.nextGaussian()))));
        for (int i = 0; i < sittings; i++) {
            String id = customer.id() + "-" + month + "-" + i;
            Instant time = moment(chance);
            int articles = 1 + chance.nextInt(MOST_ARTICLES);
            long seconds = Math.round(articles * (60 + 120 * chance.nextDouble()));
            usage(json, customer, id, time, articles, seconds, chance.nextDouble());
            attention(json, customer, id, time, seconds, chance);
        }
        return 2 * sittings;
    }

    private Instant moment(Random chance) {
        return from.plusMillis((long) (chance.nextDouble() * Duration.between(from, to).toMillis())).truncatedTo(ChronoUnit.SECONDS);
    }

    private void usage(JsonGenerator json, Customer customer, String id, Instant time, int articles, long seconds,
            double completion) throws IOException {
        start(json, customer, "u-" + id, "org.parley.usage", time);
        json.writeNumberField("quantity", articles);
        json.writeStringField("unit", "article");
        json.writeStringField("item", Catalogue.MAGAZINE);
        json.writeNumberField("activeSeconds", seconds);
        json.writeNumberField("completion", Math.round(completion * 100) / 100.0);
        end(json);
    }

    private void attention(JsonGenerator json, Customer customer, String id, Instant time, long seconds, Random chance)
            throws IOException {
        start(json, customer, "a-" + id, "org.parley.attention", time);
        json.writeNumberField("activeSeconds", seconds);
        json.writeNumberField("effortSeconds", 5 + chance.nextInt(60));
        json.writeStringField("channel", chance.nextBoolean() ? "app" : "web");
        json.writeStringField("initiative", chance.nextDouble() < PUSHED ? "pushed" : "self");
        end(json);
    }

    private void start(JsonGenerator json, Customer customer, String id, String type, Instant time) throws IOException {
        json.writeStartObject();
        json.writeStringField("specversion", "1.0");
        json.writeStringField("source", source);
        json.writeStringField("id", id);
        json.writeStringField("type", type);
        json.writeStringField("subject", customer.id());
        json.writeStringField("time", time.toString());
        json.writeObjectFieldStart("data");
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
