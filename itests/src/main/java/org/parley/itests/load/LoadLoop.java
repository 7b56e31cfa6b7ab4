package org.parley.itests.load;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Sends requests over some connections from one thread, to leave the cores to the server. Either as fast as the answers
 * come, or paced: then each request has a moment when it should be sent, and its latency counts from that moment, also
 * if no connection was free. So a server that stalls is charged for all who would have come meanwhile.
 */
public final class LoadLoop {

    private static final double NANOS = 1e9;

    private final IntFunction<byte[]> requests;
    private final int total;
    private final double perSecond;
    private final long[] latencies;
    private final Deque<LeanChannel> idle = new ArrayDeque<>();
    private int sent;
    private int answered;
    private int refused;
    private long start;

    /**
     * @param requests  makes the request with a number from 0 on; asked for when it is sent, so they are better kept
     * @param perSecond how many requests are due in a second; 0 if each is due when a connection is free
     */
    private LoadLoop(IntFunction<byte[]> requests, int total, double perSecond) {
        this.requests = requests;
        this.total = total;
        this.perSecond = perSecond;
        this.latencies = new long[total];
    }

    /** Sends all requests as fast as they are answered. */
    public static LoadResult flatOut(URI root, int connections, int total, IntFunction<byte[]> requests) throws IOException {
        return new LoadLoop(requests, total, 0).run(root, connections);
    }

    /** Sends so many requests a second, evenly. */
    public static LoadResult paced(URI root, int connections, int total, IntFunction<byte[]> requests, double perSecond)
            throws IOException {
        return new LoadLoop(requests, total, perSecond).run(root, connections);
    }

    private LoadResult run(URI root, int connections) throws IOException {
        try (Selector selector = Selector.open()) {
            List<LeanChannel> channels = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                channels.add(new LeanChannel(root, selector));
            }
            idle.addAll(channels);
            start = System.nanoTime();
            while (answered < total) {
                sendWhatIsDue();
                await(selector);
                serve(selector);
            }
            long took = System.nanoTime() - start;
            for (LeanChannel channel : channels) {
                channel.close();
            }
            return new LoadResult(total, refused, took / NANOS, latencies);
        }
    }

    private void sendWhatIsDue() throws IOException {
        long now = System.nanoTime();
        while (sent < total && !idle.isEmpty() && due(now) <= now) {
            long since = due(now);
            idle.remove().send(requests.apply(sent), since);
            sent++;
        }
    }

    private long due(long now) {
        return perSecond == 0 ? now : start + (long) (sent / perSecond * NANOS);
    }

    private void await(Selector selector) throws IOException {
        if (perSecond == 0 || sent == total || idle.isEmpty()) {
            selector.select();
            return;
        }
        long millis = (due(0) - System.nanoTime()) / 1_000_000;
        if (millis > 0) {
            selector.select(millis);
        } else {
            selector.selectNow();
        }
    }

    private void serve(Selector selector) throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            LeanChannel channel = (LeanChannel) key.attachment();
            if (key.isWritable()) {
                channel.flush();
            }
            if (key.isReadable()) {
                int status = channel.receive();
                if (status > 0) {
                    answered(channel, status);
                }
            }
        }
        selector.selectedKeys().clear();
    }

    private void answered(LeanChannel channel, int status) {
        latencies[answered++] = System.nanoTime() - channel.since();
        if (status != 200) {
            refused++;
        }
        idle.add(channel);
    }
}
