package org.parley.cli.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A year of monthly cycles. Each month new customers come, all who are there use what they subscribed to, the clock
 * moves to the month's end, and prices are asked for and set.
 */
final class DemoYear {

    static final int MONTHS = 12;
    private static final String SOURCE = "/demo";
    private static final String END = "year-is-over";

    private final DemoApi api;
    private final List<Customer> customers;
    private final Parallel parallel;
    private final Consumer<String> told;
    private final List<Subscription> subscriptions = new ArrayList<>();

    DemoYear(DemoApi api, List<Customer> customers, Parallel parallel, Consumer<String> told) {
        this.api = api;
        this.customers = customers;
        this.parallel = parallel;
        this.told = told;
    }

    void run() {
        Instant start = Instant.parse(api.seller().path("now").asText());
        for (int month = 0; month < MONTHS; month++) {
            Instant from = after(start, month);
            Instant to = after(start, month + 1);
            begin(month);
            api.moveClock(to);
            int events = use(month, from, to);
            // Where it stands already: the answer comes once all use is counted.
            api.moveClock(to);
            told.accept(String.format("month %2d: %s", month + 1, settle(month, events)));
        }
        api.events(end(after(start, MONTHS)));
    }

    /** Whether a year was run to its end on this server. */
    static boolean isComplete(DemoApi api) {
        return api.exists("/events?source=" + SOURCE + "&id=" + END);
    }

    private static byte[] end(Instant time) {
        return DemoApi.body().put("specversion", "1.0").put("source", SOURCE).put("id", END).put("type", "org.parley.news")
                .put("time", time.toString()).set("data", DemoApi.body().put("text", "The demo's year is over")).toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Instant after(Instant start, int months) {
        return start.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    private void begin(int month) {
        List<Customer> joining = customers.stream().filter(customer -> customer.joins() == month).toList();
        parallel.each(joining, customer -> customer.offerings().stream().sorted()
                .map(offering -> Subscription.start(api, customer, offering)).toList()).forEach(subscriptions::addAll);
    }

    private int use(int month, Instant from, Instant to) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        MonthOfUse use = new MonthOfUse(SOURCE, from, to);
        int count = 0;
        try (JsonGenerator json = new JsonFactory().createGenerator(lines).setRootValueSeparator(null)) {
            for (Customer customer : customers) {
                count += customer.isHere(month) ? use.write(customer, month, json) : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        api.events(lines.toByteArray());
        return count;
    }

    private String settle(int month, int events) {
        List<Subscription> here = subscriptions.stream().filter(one -> one.customer().isHere(month)).toList();
        List<Optional<BigDecimal>> paid = parallel.each(here, one -> one.settle(month));
        BigDecimal sum = paid.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        long silent = paid.stream().filter(Optional::isEmpty).count();
        return events + " events, " + here.size() + " cycles, " + silent + " without an answer, EUR " + sum + " paid";
    }
}
