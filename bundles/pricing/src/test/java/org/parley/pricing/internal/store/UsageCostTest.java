package org.parley.pricing.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.pricing.internal.Cycle;
import org.parley.pricing.internal.Engine;
import org.parley.pricing.internal.TestStrategy;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

/** Reading a cycle's usage reads one row for each unit, however many events there were. */
@OnEachEngine
@Timeout(120)
class UsageCostTest {

    @Parameter
    org.parley.store.Engine store;

    @TempDir
    Path folder;

    @Test
    void tenEventsAndFortyThousandCostTheSame() {
        InMemoryJournal journal = new InMemoryJournal();
        try (Engine engine = new Engine(TestDatabases.in(folder, store), journal, new TestStrategy("asking", false))) {
            engine.offering("news", "{\"currency\":\"EUR\"}");
            engine.policy("ask", "{\"strategy\":\"asking\"}");
            Cycle few = engine.current(engine.start("few", "news", "ask"));
            Cycle many = engine.current(engine.start("many", "news", "ask"));
            use(journal, "few", 10);
            use(journal, "many", 40_000);
            engine.usage.awaitAllCounted();

            assertThat(rows(engine, many)).isEqualTo(rows(engine, few)).isEqualTo(2);
            assertThat(engine.database.read(h -> UsageRows.of(h, Engine.SELLER, many.id())).get(0).quantity())
                    .isEqualByComparingTo("20000");
            // One search of the primary key by seller and owner, in the order of units: no scan, no sort.
            assertThat(plan(engine)).startsWith(switch (store) {
                case SQLITE -> "SEARCH usage USING PRIMARY KEY (seller=? AND owner=?)";
                case POSTGRESQL -> "Index Scan using usage_pkey";
            });
        }
    }

    private static void use(InMemoryJournal journal, String customer, int events) {
        journal.append(IntStream.range(0, events).mapToObj(i ->
                Engine.use(customer + i, customer, Map.of("unit", i % 2 == 0 ? "article" : "minute"))).toList());
    }

    private static long rows(Engine engine, Cycle cycle) {
        return engine.database.read(h -> h.createQuery("SELECT count(*) FROM usage WHERE owner = ?")
                .bind(0, Uuids.bytes(cycle.id().value())).mapTo(Long.class).one());
    }

    private String plan(Engine engine) {
        return engine.database.write(h -> {
            if (store == org.parley.store.Engine.POSTGRESQL) { // which would rather read a table of four rows as a whole
                h.execute("SET LOCAL enable_seqscan = off");
                h.execute("SET LOCAL enable_bitmapscan = off");
            }
            String explain = store == org.parley.store.Engine.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
            String column = store == org.parley.store.Engine.SQLITE ? "detail" : "QUERY PLAN";
            return h.createQuery(explain + UsageRows.OF_OWNER).bind(0, "acme").bind(1, new byte[16])
                    .map((row, context) -> row.getString(column)).first();
        });
    }
}
