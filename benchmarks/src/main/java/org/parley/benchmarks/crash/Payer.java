package org.parley.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.kit.Shop;
import org.parley.itests.load.Books;
import org.parley.itests.load.LeanAnswer;
import org.parley.itests.load.LeanConnection;
import org.parley.itests.load.Payments;

/** Imports one payment after the other through all that happens, each until it is acknowledged. */
final class Payer implements AutoCloseable {

    private static final String CURRENCY = "EUR";
    private static final int CUSTOMERS = 10;
    private static final int PAUSE_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ParleyServer server;
    private final String key;
    private final Payments payments = new Payments("crash", CUSTOMERS, "crashed", "crashed");
    private final Collection<String> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicLong noSuchPath = new AtomicLong();
    private final Thread thread = new Thread(this::pay, "payer");
    private volatile boolean closed;
    private volatile long settled;

    /** Starts paying at a server that knows no payments yet. */
    Payer(ParleyServer server) {
        this.server = server;
        this.key = server.api().key();
        Shop shop = new Shop(server.api());
        shop.offering("crashed", CURRENCY);
        shop.policy("crashed", "fairpay", "fixed");
        thread.start();
    }

    private void pay() {
        LeanClient client = new LeanClient(server.root());
        while (!closed) {
            byte[] request = LeanConnection.request("POST", "/api/v1/imports/cycles", key, Api.NDJSON,
                    payments.line(settled).getBytes(StandardCharsets.UTF_8));
            if (settle(client, request)) {
                settled++;
            }
            pause();
        }
        client.drop();
    }

    /** Whether this payment need not be sent again. */
    private boolean settle(LeanClient client, byte[] request) {
        try {
            LeanAnswer answer = client.exchange(request);
            if (answer.status() == 404 || answer.status() == 405) {
                noSuchPath.incrementAndGet();
            } else if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 429) {
                refusals.add("payment " + settled + ": " + answer.status() + " " + answer.text());
                return true;
            }
            return answer.succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the paying after a last acknowledged payment, and compares ledger, report and scores with what was paid. */
    List<String> compare() throws InterruptedException {
        long before = settled;
        Await.until("one more payment is taken", PATIENCE, () -> settled > before);
        close();
        Books books = new Books(server.api());
        Books.Sum paid = new Books.Sum(settled, payments.total(settled));
        List<String> broken = new ArrayList<>(refusals);
        Books.Sum ledger = books.ledger(CURRENCY);
        // The last one may have been under way when the paying ended.
        if (ledger.count() == settled + 1) {
            paid = new Books.Sum(settled + 1, payments.total(settled + 1));
        }
        if (!ledger.equals(paid)) {
            broken.add("paid were " + paid + ", and the ledger holds " + ledger);
        }
        Books.Sum report = books.reportOnceItShows(ledger.count(), CURRENCY);
        if (!report.equals(ledger)) {
            broken.add("the ledger holds " + ledger + ", and the report shows " + report);
        }
        comparePayers(ledger.count(), broken);
        return broken;
    }

    /** The journal's facts of each payer against the score that counts them, and all of them against the ledger. */
    private void comparePayers(long inLedger, List<String> broken) {
        long facts = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            String payer = "payer" + i;
            List<JsonNode> priced = priced(payer);
            facts += priced.size();
            long scored = priced.stream().filter(fact -> fact.path("data").path("fairness").isNumber()).count();
            try {
                Await.until(payer + "'s score rests on " + scored + " payments", PATIENCE, () -> evidence(payer) == scored);
            } catch (AssertionError e) {
                broken.add(e.getMessage() + " and not on " + evidence(payer));
            }
        }
        if (facts != inLedger) {
            broken.add("the ledger holds " + inLedger + " payments, and the journal " + facts);
        }
    }

    private long evidence(String payer) {
        return server.api().get("/customers/" + payer + "/scores/payment-generosity").expect(200).json()
                .get("evidence").asLong();
    }

    private List<JsonNode> priced(String payer) {
        List<JsonNode> facts = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = server.api().get("/events?customer=" + payer + "&type=org.parley.pricing.cycle.priced&limit=1000"
                    + (after.isEmpty() ? "" : "&after=" + after)).expect(200).json();
            page.get("items").forEach(facts::add);
            after = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!after.isEmpty());
        return facts;
    }

    /** How often it was told that there is no such path, which a server that starts says for a moment. */
    long noSuchPath() {
        return noSuchPath.get();
    }

    long settled() {
        return settled;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
