package org.parley.pricing.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.common.ErrorCode;
import org.parley.common.Money;
import org.parley.pricing.classic.internal.PayWhatYouWantStrategy;
import org.parley.pricing.fairpay.internal.FairPayStrategy;
import org.parley.pricing.internal.Engine;
import org.parley.pricing.internal.store.LedgerRows;
import org.parley.pricing.internal.store.RelationshipRows;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
@Timeout(120)
class ImportTest {

    @Parameter
    org.parley.store.Engine store;

    @TempDir
    Path folder;

    private final InMemoryJournal journal = new InMemoryJournal();
    private Engine engine;

    @BeforeEach
    void open() {
        engine = new Engine(TestDatabases.in(folder, store), journal, new FairPayStrategy(), new PayWhatYouWantStrategy());
        engine.offering("show", "{\"currency\":\"USD\"}");
        engine.policy("open", "{\"strategy\":\"fairpay\"}");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void eachPaymentCountsOnceHoweverOftenItIsSent() {
        String lines = IntStream.range(0, 2500).mapToObj(i -> line("d" + i, "c" + i % 100, "10.00", "10.00"))
                .collect(Collectors.joining());
        String half = lines.substring(0, lines.length() / 2);
        ImportResult broken = engine.take(half.substring(0, half.lastIndexOf('\n') + 1));
        engine.close();
        open();
        ImportResult again = engine.take(lines);

        assertThat(broken.accepted() + again.accepted()).isEqualTo(2500);
        assertThat(again.duplicates()).isEqualTo(broken.accepted());
        LedgerRows.Total total = totals().get(0);
        assertThat(total.entries()).isEqualTo(2500);
        assertThat(total.payers()).isEqualTo(100);
        assertThat(total.total()).isEqualTo(Money.parse("25000.00", "USD"));
        List<Event> facts = engine.told(journal, EventTypes.CYCLE_PRICED);
        assertThat(facts).hasSize(2500);
        assertThat(facts.stream().map(Event::id).distinct()).hasSize(2500);
        assertThat(engine.told(journal, EventTypes.RELATIONSHIP_STARTED)).hasSize(100);
        var one = engine.database.read(h -> RelationshipRows.findOpen(h, Engine.SELLER, List.of("c7"))).get(0);
        assertThat(one.position().cyclesPriced()).isEqualTo(25);
        assertThat(one.reputation()).hasValueSatisfying(mean -> assertThat(mean).isBetween(0.89, 0.9104));
    }

    @Test
    void anAnonymousPaymentIsInTheLedgerAndScoredForNobody() {
        engine.take(line("d1", "", "5.00", "10.00"));
        assertThat(totals()).singleElement().satisfies(total -> {
            assertThat(total.payers()).isZero();
            assertThat(total.anonymousPayments()).isEqualTo(1);
        });
        assertThat(engine.told(journal, EventTypes.CYCLE_PRICED)).singleElement().satisfies(fact -> {
            assertThat(fact.customer()).isEmpty();
            assertThat(fact.data().has("relationship")).isFalse();
        });
    }

    @Test
    void aPaymentWithoutReferenceIsNotScored() {
        engine.take(line("d1", "ada", "5.00", ""));
        assertThat(engine.told(journal, EventTypes.CYCLE_PRICED)).singleElement().satisfies(fact -> {
            assertThat(fact.data().has("suggested")).isFalse();
            assertThat(fact.data().has("fairness")).isFalse();
        });
    }

    @Test
    void badLinesAreRejectedOneByOneAndGoodOnesKept() {
        String lines = line("d1", "ada", "5.00", "10.00") + "{\"source\":\n"
                + line("d1", "ada", "6.00", "10.00") + line("d1", "ada", "5.00", "10.00")
                + line("d2", "ada", "-5.00", "10.00") + line("d3", "ada", "5.00", "10.00").replace("USD", "EUR")
                + line("d4", "ada", "5.00", "10.00").replace("2016-", "9999-")
                + line("d5", "ada", "5.00", "10.00").replace("show", "none") + "\n\n"
                + line("d6", "ada", "5.00", "10.00").replace("}\n", ",\"tip\":1}\n")
                + line("d7", "x".repeat(LineReader.MAX_LINE), "5.00", "10.00") + line("d8", "bob", "5.00", "10.00").strip();
        ImportResult result = engine.take(lines);

        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.rejected()).extracting(ImportResult.Rejected::id)
                .containsExactlyInAnyOrder("", "d1", "d2", "d3", "d4", "d5", "d6", "");
        assertThat(result.rejected()).extracting(ImportResult.Rejected::index, ImportResult.Rejected::code)
                .containsExactlyInAnyOrder(tuple(1L, ErrorCode.MALFORMED_JSON),
                        tuple(2L, ErrorCode.EVENT_ID_CONFLICT),
                        tuple(4L, ErrorCode.INVALID_AMOUNT),
                        tuple(5L, ErrorCode.INVALID_CURRENCY),
                        tuple(6L, ErrorCode.INVALID_TIME),
                        tuple(7L, ErrorCode.INVALID_INPUT),
                        tuple(8L, ErrorCode.INVALID_INPUT),
                        tuple(9L, ErrorCode.TOO_LARGE));
        assertThat(engine.take("[]\n").allRejected()).isTrue();
    }

    private List<LedgerRows.Total> totals() {
        return engine.database.read(h -> LedgerRows.totals(h, Engine.SELLER,
                new LedgerRows.Filter(Optional.empty(), Optional.empty(), Optional.of("show"))));
    }

    private static String line(String id, String customer, String price, String suggested) {
        return "{\"source\":\"urn:test\",\"id\":\"" + id + "\"," + (customer.isEmpty() ? "" : "\"customer\":\"" + customer + "\",")
                + "\"offering\":\"show\",\"policy\":\"open\",\"time\":\"2016-01-03T16:47:57Z\",\"price\":{\"amount\":\"" + price
                + "\",\"currency\":\"USD\"}" + (suggested.isEmpty() ? ""
                : ",\"suggested\":{\"amount\":\"" + suggested + "\",\"currency\":\"USD\"}") + "}\n";
    }
}
