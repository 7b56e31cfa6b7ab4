package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.kit.Shop;
import org.parley.itests.load.Books;
import org.parley.itests.load.Events;
import org.parley.itests.load.LeanConnection;
import org.parley.itests.load.Payments;
import org.parley.itests.load.StubbornSender;
import org.parley.itests.load.Timelines;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Events and payments are counted exactly once although the server is killed while they come in. */
class ExactlyOnceIT {

    private static final int KILLS = 3;
    private static final int BATCH = 50;
    private static final long EVENT_REQUESTS = 600;
    private static final long PAYMENT_REQUESTS = 400;
    private static final int CUSTOMERS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @RegisterExtension
    static final Server SERVER = new Server();

    private final Events events = new Events("urn:killed", CUSTOMERS);
    private final Payments payments = new Payments("killed", CUSTOMERS, "killed", "killed");

    @Test
    void killsLoseAndDoubleNothing() throws InterruptedException {
        ParleyServer server = SERVER.get();
        Shop shop = new Shop(server.api());
        shop.offering("killed", "EUR");
        shop.policy("killed", "fairpay", "fixed");

        try (StubbornSender eventSender = sendEvents(server); StubbornSender paymentSender = sendPayments(server)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                long events = EVENT_REQUESTS * kill / (KILLS + 1);
                long paid = PAYMENT_REQUESTS * kill / (KILLS + 1);
                Await.until("the load has come to the next kill", PATIENCE,
                        () -> eventSender.done() >= events && paymentSender.done() >= paid);
                server.kill();
                server.start();
            }
            Await.until("all is sent", PATIENCE, () -> eventSender.finished() && paymentSender.finished());
            assertThat(eventSender.refusals()).isEmpty();
            assertThat(paymentSender.refusals()).isEmpty();
            assertThat(eventSender.retries() + paymentSender.retries()).as("the kills were felt").isPositive();
        }

        everythingIsThereOnce(server);
        sendingAgainChangesNothing(server);
        assertThat(server.console("parley:journal-verify")).contains("whole").doesNotContain("NOT WHOLE", "FAULT");
    }

    private StubbornSender sendEvents(ParleyServer server) {
        return new StubbornSender(server.root(), 4, EVENT_REQUESTS,
                n -> LeanConnection.request("POST", "/api/v1/events", server.api().key(), Api.BATCH,
                        events.batch(n * BATCH, BATCH)),
                (n, answer) -> assertThat(answer.text()).contains("\"rejected\":[]"));
    }

    private StubbornSender sendPayments(ParleyServer server) {
        return new StubbornSender(server.root(), 4, PAYMENT_REQUESTS,
                n -> LeanConnection.request("POST", "/api/v1/imports/cycles", server.api().key(), Api.NDJSON,
                        payments.lines(n * BATCH, BATCH)),
                (n, answer) -> assertThat(answer.text()).contains("\"rejected\":[]"));
    }

    private void everythingIsThereOnce(ParleyServer server) {
        int perCustomer = (int) EVENT_REQUESTS * BATCH / CUSTOMERS;
        List<String> held = IntStream.range(0, CUSTOMERS)
                .mapToObj(n -> new Timelines(server.api()).idsOnceThereAre(perCustomer, events.customer(n), "org.parley.usage"))
                .flatMap(List::stream).toList();
        assertThat(held).hasSize((int) EVENT_REQUESTS * BATCH);
        assertThat(new HashSet<>(held)).hasSameSizeAs(held);

        Books books = new Books(server.api());
        long count = PAYMENT_REQUESTS * BATCH;
        Books.Sum all = new Books.Sum(count, payments.total(count));
        assertThat(books.ledger("EUR")).isEqualTo(all);
        assertThat(books.reportOnceItShows(count, "EUR")).isEqualTo(all);
    }

    private void sendingAgainChangesNothing(ParleyServer server) {
        JsonNode again = server.api().post("/events", Api.BATCH,
                new String(events.batch(0, BATCH), StandardCharsets.UTF_8)).expect(200).json();
        assertThat(again.get("accepted").asInt()).isZero();
        assertThat(again.get("duplicates").asInt()).isEqualTo(BATCH);
        JsonNode paidAgain = server.api().post("/imports/cycles", Api.NDJSON,
                new String(payments.lines(0, BATCH), StandardCharsets.UTF_8)).expect(200).json();
        assertThat(paidAgain.get("accepted").asInt()).isZero();
        assertThat(paidAgain.get("duplicates").asInt()).isEqualTo(BATCH);
        everythingIsThereOnce(server);
    }
}
