package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;

class ChunkTest {

    private static final Instant RECORDED = Instant.parse("2026-03-01T10:00:00.123Z");

    @Property(tries = 300)
    void everyEventIsReadAsItWasPacked(@ForAll("headers") @Size(min = 1, max = 30) List<EventHeader> headers) {
        EventEncoder encoder = new EventEncoder();
        List<NewEvent> events = new ArrayList<>();
        for (EventHeader header : headers) {
            byte[] json = json(header);
            events.add(encoder.encode(header, json, 3, json.length - 3, 1, 2));
        }
        Chunk chunk = new Chunk(1000, Chunk.pack(events, RECORDED));

        assertThat(chunk.last()).isEqualTo(999 + headers.size());
        HeaderReader reader = new HeaderReader();
        for (int i = 0; i < headers.size(); i++) {
            StoredEvent stored = chunk.at(1000 + i, reader).orElseThrow();
            assertThat(stored.header()).isEqualTo(headers.get(i));
            assertThat(stored.recordedAt()).isEqualTo(RECORDED);
            assertThat(stored.json()).isEqualTo(new String(json(headers.get(i)), StandardCharsets.UTF_8).substring(3)
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(List.of(stored.dataOffset(), stored.dataLength())).containsExactly(1, 2);
        }
    }

    @Property(tries = 300)
    void aSparseChunkCoversWhatItCoveredAndHoldsWhatWasKept(@ForAll @Size(min = 1, max = 40) List<Boolean> kept) {
        EventEncoder encoder = new EventEncoder();
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            EventHeader header = new EventHeader(new SellerId("s"), "/a", "e" + i, "t", Optional.empty(), RECORDED, true);
            byte[] json = json(header);
            events.add(encoder.encode(header, json, 0, json.length, 0, 0));
        }
        List<Integer> indexes = IntStream.range(0, kept.size()).filter(kept::get).boxed().toList();
        Chunk sparse = new Chunk(7, new Chunk(7, Chunk.pack(events, RECORDED)).keeping(indexes));

        assertThat(List.of(sparse.first(), sparse.last())).containsExactly(7L, 6L + kept.size());
        assertThat(sparse.recordedAt()).isEqualTo(RECORDED);
        for (int i = 0; i < kept.size(); i++) {
            Optional<String> id = sparse.at(7 + i, new HeaderReader()).map(event -> event.header().id());
            assertThat(id).isEqualTo(kept.get(i) ? Optional.of("e" + i) : Optional.empty());
        }
        List<Integer> everySecond = IntStream.range(0, sparse.count()).filter(i -> i % 2 == 0).boxed().toList();
        Chunk sparser = new Chunk(7, sparse.keeping(everySecond));
        assertThat(sparser.last()).isEqualTo(sparse.last());
        assertThat(sparser.events(new HeaderReader())).extracting(StoredEvent::position)
                .isEqualTo(everySecond.stream().map(sparse::positionOf).toList());
    }

    @Test
    void anEmptyChunkMayCoverAnyNumberOfPositions() {
        Chunk empty = new Chunk(5, Chunk.empty(Chunk.Missing.SET_ASIDE, RECORDED, 1L << 40));
        assertThat(empty.last()).isEqualTo(4 + (1L << 40));
        assertThat(empty.count()).isZero();
        assertThat(empty.indexFrom(1L << 35)).isZero();
        assertThat(empty.missing()).isEqualTo(Chunk.Missing.SET_ASIDE);
    }

    private static byte[] json(EventHeader header) {
        return ("abc{} " + header.id()).getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<List<EventHeader>> headers() {
        Arbitrary<String> text = Arbitraries.strings().alpha().withChars('é', '漢').ofMinLength(1).ofMaxLength(12);
        Arbitrary<Instant> time = Combinators.combine(Arbitraries.longs().between(-1L << 40, 1L << 40),
                Arbitraries.integers().between(0, 999_999_999)).as(Instant::ofEpochSecond);
        return Combinators.combine(Arbitraries.of("acme", "other"), Arbitraries.of("/a", "/b", "urn:ü"), text,
                Arbitraries.of("t", "u"), text.optional(), time, Arbitraries.of(true, false))
                .as((seller, source, id, type, customer, at, given) -> new EventHeader(new SellerId(seller), source, id,
                        type, customer.map(CustomerId::new), at, given)).list();
    }

    @Test
    void identitiesThatOnlyLookAlikeHaveOtherKeys() {
        EventEncoder encoder = new EventEncoder();
        assertThat(List.of(encoder.key("s", "ab", "c"), encoder.key("s", "a", "bc"), encoder.key("sa", "b", "c"),
                encoder.key("s", "ab", "C"))).doesNotHaveDuplicates();
        assertThat(encoder.key("s", "ab", "c")).isEqualTo(new EventEncoder().key("s", "ab", "c"));
    }

    @Test
    void theContentHashTellsOneByteFromAnother() {
        EventHeader header = new EventHeader(new SellerId("s"), "/a", "1", "t", Optional.empty(), RECORDED, true);
        EventEncoder encoder = new EventEncoder();
        byte[] one = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] two = "{\"a\":2}".getBytes(StandardCharsets.UTF_8);
        assertThat(encoder.encode(header, one, 0, 7, 0, 0).contentHash())
                .isNotEqualTo(encoder.encode(header, two, 0, 7, 0, 0).contentHash());
    }
}
