package org.parley.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.benchmarks.crash.Remembered.Fate;
import org.parley.itests.load.LeanAnswer;

/**
 * Clients that send events until they are closed and remember exactly what they were told. What was not answered they
 * send again as it was, or give up, by chance.
 */
final class Clients implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SINGLES = 4;
    private static final int BATCHES = 2;
    private static final int STREAMS = 1;
    private static final int PAUSE_MILLIS = 20;
    private static final int EXTRA = 6_000;

    private final URI root;
    private final String key;
    private final String customers;
    private final AtomicLong numbers;
    private final List<Thread> threads = new ArrayList<>();
    private final Collection<Remembered> remembered = new ConcurrentLinkedQueue<>();
    private final Collection<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Starts sending.
     *
     * @param customers what the customers' ids begin with
     * @param numbers   gives each event its number
     */
    Clients(URI root, String key, String customers, AtomicLong numbers, long seed) {
        this.root = root;
        this.key = key;
        this.customers = customers;
        this.numbers = numbers;
        for (int i = 0; i < SINGLES + BATCHES + STREAMS; i++) {
            Sent.Kind kind = i < SINGLES ? Sent.Kind.SINGLE : i < SINGLES + BATCHES ? Sent.Kind.BATCH : Sent.Kind.LINES;
            Random random = new Random(seed + i);
            threads.add(new Thread(() -> send(kind, random), "client-" + i));
        }
        threads.forEach(Thread::start);
    }

    private void send(Sent.Kind kind, Random random) {
        LeanClient client = new LeanClient(root);
        while (!closed) {
            Sent sent = next(kind, random);
            byte[] request = sent.request(key);
            Fate fate = attempt(client, sent, request);
            while (fate == Fate.UNKNOWN && !closed && random.nextBoolean()) {
                pause();
                fate = attempt(client, sent, request);
            }
            remembered.add(new Remembered(sent, fate));
            pause();
        }
        client.drop();
    }

    private Sent next(Sent.Kind kind, Random random) {
        int count = switch (kind) {
            case SINGLE -> 1;
            case BATCH -> 1 + random.nextInt(40);
            case LINES -> 1 + random.nextInt(2500);
        };
        OptionalInt bad = random.nextInt(10) == 0 ? OptionalInt.of(random.nextInt(count)) : OptionalInt.empty();
        int extra = kind == Sent.Kind.LINES && random.nextBoolean() ? EXTRA : 0;
        return new Sent(kind, customers + random.nextInt(4), numbers.getAndAdd(count), count, bad, extra);
    }

    private Fate attempt(LeanClient client, Sent sent, byte[] request) {
        try {
            LeanAnswer answer = client.exchange(request);
            answers.computeIfAbsent(String.valueOf(answer.status()), status -> new AtomicLong()).incrementAndGet();
            return fate(sent, answer);
        } catch (IOException e) {
            answers.computeIfAbsent("none", status -> new AtomicLong()).incrementAndGet();
            return Fate.UNKNOWN;
        }
    }

    private Fate fate(Sent sent, LeanAnswer answer) throws IOException {
        if (answer.status() == 422 || answer.status() == 400) {
            if (sent.goodCount() > 0) {
                wrong.add("refused, though it is good: " + sent + ": " + answer.text());
            }
            return Fate.REFUSED;
        }
        if (!answer.succeeded()) {
            return Fate.UNKNOWN;
        }
        // An answer may be written while the events are taken; what counts is its last line.
        String text = answer.text().strip();
        JsonNode counts = JSON.readTree(text.substring(text.lastIndexOf('\n') + 1));
        if (!counts.has("accepted")) {
            return Fate.UNKNOWN;
        }
        if (counts.get("accepted").asLong() + counts.get("duplicates").asLong() != sent.goodCount()) {
            wrong.add("taken otherwise than sent: " + sent + ": " + text);
        }
        return Fate.TAKEN;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many requests were answered with 2xx until now. */
    long taken() {
        return answers.getOrDefault("200", new AtomicLong()).get();
    }

    /** How many answers there were, by status. */
    Map<String, AtomicLong> answers() {
        return answers;
    }

    /** Answers that no server should give. */
    Collection<String> wrong() {
        return wrong;
    }

    /** Ends the sending and tells what is known of each request. */
    Collection<Remembered> finish() throws InterruptedException {
        close();
        return remembered;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
