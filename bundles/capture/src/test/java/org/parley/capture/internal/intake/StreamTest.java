package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.capture.api.Appended;
import org.parley.capture.internal.journal.NewEvent;
import org.parley.capture.internal.journal.Rejected;
import org.parley.capture.internal.rules.DataRules;
import org.parley.capture.internal.rules.Rule;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.SellerId;

@Timeout(30)
class StreamTest {

    private static final DataRules FREE = (seller, type) -> Rule.FREE_DATA;
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final List<CompletableFuture<List<Appended>>> begun = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Counts> reached = new LinkedBlockingQueue<>();
    private volatile boolean twoAtATime;
    private final List<Long> rejected = new ArrayList<>();

    /** Appends when the test says so, or at once. */
    private final class Sink implements EventSink {

        private final boolean atOnce;

        Sink(boolean atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public CompletableFuture<List<Appended>> offer(List<NewEvent> events) {
            return begin(events);
        }

        @Override
        public CompletableFuture<List<Appended>> begin(List<NewEvent> events) {
            CompletableFuture<List<Appended>> appended = new CompletableFuture<>();
            if (events.isEmpty() || atOnce) {
                appended.complete(accepted(events.size()));
            }
            if (!events.isEmpty()) {
                twoAtATime |= begun.stream().anyMatch(one -> !one.isDone());
                begun.add(appended);
                sizes.add(events.size());
            }
            return appended;
        }

        @Override
        public void remember(SellerId seller, List<Rejected> events) {}
    }

    private final class Heard implements Progress {

        @Override
        public void rejected(Outcome.Item item) {
            rejected.add(item.index());
        }

        @Override
        public void reached(Counts counts) {
            reached.add(counts);
        }
    }

    private static List<Appended> accepted(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Appended(Appended.Outcome.ACCEPTED, i + 1)).toList();
    }

    private static String line(int id) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/shop\",\"type\":\"com.example.x\"}\n";
    }

    private static Upload upload(InputStream body) {
        return new Upload(new SellerId("acme"), NOW, MediaTypes.NDJSON, "", -1, body);
    }

    private static InputStream lines(int count) {
        return new ByteArrayInputStream(IntStream.range(0, count).mapToObj(StreamTest::line).collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    private CompletableFuture<Void> stream(Intake intake, InputStream body) {
        return CompletableFuture.runAsync(() -> {
            try {
                intake.stream(upload(body), new Heard());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }, work -> new Thread(work).start());
    }

    @Test
    void oneSliceIsUnderWayAtATime() throws Exception {
        CompletableFuture<Void> done = stream(new Intake(new Sink(false), FREE, Limits.DEFAULT), lines(5000));

        assertThat(sizes.take()).isEqualTo(1000);
        for (int slice = 0; slice < 5; slice++) {
            begun.get(slice).complete(accepted(1000));
            assertThat(slice == 4 ? 1000 : sizes.take()).isEqualTo(1000);
        }
        done.get();
        assertThat(twoAtATime).isFalse();
        assertThat(reached).last().isEqualTo(new Counts(5000, 0, 0));
        assertThat(reached).contains(new Counts(1000, 0, 0), new Counts(4000, 0, 0));
    }

    @Test
    void whatHasComeIsTakenAndToldBeforeMoreIsWaitedFor() throws Exception {
        PipedOutputStream sender = new PipedOutputStream();
        CompletableFuture<Void> done = stream(new Intake(new Sink(true), FREE, Limits.DEFAULT), new PipedInputStream(sender));

        sender.write((line(1) + line(2) + "nonsense\n").getBytes(StandardCharsets.UTF_8));
        sender.flush();
        Counts told = reached.take();
        while (told.all() < 3) {
            told = reached.take();
        }
        assertThat(told).isEqualTo(new Counts(2, 0, 1));
        assertThat(done).isNotDone();

        sender.close();
        done.get();
        assertThat(rejected).containsExactly(2L);
    }

    @Test
    void whatIsUnderWayWhenAnUploadBreaksIsToldAsDurable() {
        InputStream breaking = new SequenceInputStream(lines(1000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        Intake intake = new Intake(new Sink(true), FREE, Limits.DEFAULT);
        assertThatThrownBy(() -> intake.stream(upload(breaking), new Heard())).hasMessage("gone");
        assertThat(reached).last().isEqualTo(new Counts(1000, 0, 0));
    }

    @Test
    void everyRejectedLineIsTold() throws Exception {
        InputStream body = new ByteArrayInputStream("no\n".repeat(3000).getBytes(StandardCharsets.UTF_8));
        new Intake(new Sink(true), FREE, Limits.DEFAULT).stream(upload(body), new Heard());
        assertThat(rejected).hasSize(3000).startsWith(0L).endsWith(2999L);
    }

    @Test
    void moreUploadsThanThereArePlacesAreToldToComeBack() throws Exception {
        Limits limits = new Limits(1 << 18, 1 << 20, 1 << 20, 1, Duration.ofHours(1));
        Intake intake = new Intake(new Sink(true), FREE, limits);
        PipedOutputStream sender = new PipedOutputStream();
        CompletableFuture<Void> first = stream(intake, new PipedInputStream(sender));
        sender.write(line(1).getBytes(StandardCharsets.UTF_8));
        sender.flush();
        sizes.take();

        assertThatThrownBy(() -> intake.stream(upload(lines(1)), new Heard())).isInstanceOfSatisfying(Fault.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        sender.close();
        first.get();
        intake.stream(upload(lines(1)), new Heard());
    }
}
