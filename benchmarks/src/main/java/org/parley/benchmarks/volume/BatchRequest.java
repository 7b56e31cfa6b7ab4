package org.parley.benchmarks.volume;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.parley.itests.kit.Api;
import org.parley.itests.load.LeanConnection;

/**
 * A request with a batch of usage events whose bytes are made once; for each batch only the digits that differ are
 * written over, so that making it costs next to nothing. For one thread.
 */
final class BatchRequest {

    static final int EVENTS = 100;
    static final int CUSTOMERS = 1_000_000;
    /** This one has a twentieth of all events. */
    static final String HEAVY = customer(0);

    private static final int HEAVY_SHARE = 20;
    private static final LocalDateTime YEAR = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final int HOURS = 365 * 24;
    private static final int ID_DIGITS = 12;
    private static final int CUSTOMER_DIGITS = 7;

    private final byte[] request;
    private final int[] ids = new int[EVENTS];
    private final int[] customers = new int[EVENTS];
    private final int[] times = new int[EVENTS];
    private final int[] seconds = new int[EVENTS];
    private final long batches;

    /**
     * @param source  the CloudEvents source of all
     * @param batches how many batches the year is spread over
     */
    BatchRequest(String key, String source, long batches) {
        this.batches = batches;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < EVENTS; i++) {
            add(body, (i == 0 ? "[" : ",") + "{\"specversion\":\"1.0\",\"type\":\"org.parley.usage\",\"source\":\"" + source
                    + "\",\"id\":\"e");
            ids[i] = add(body, "0".repeat(ID_DIGITS)) - ID_DIGITS;
            customers[i] = add(body, "\",\"subject\":\"c" + "0".repeat(CUSTOMER_DIGITS)) - CUSTOMER_DIGITS;
            String time = "2025-01-01T00:00:00Z";
            times[i] = add(body, "\",\"time\":\"" + time) - time.length();
            seconds[i] = add(body, "\",\"data\":{\"quantity\":1,\"unit\":\"article\",\"activeSeconds\":100") - 3;
            add(body, "}}");
        }
        add(body, "]");
        request = LeanConnection.request("POST", "/api/v1/events", key, Api.BATCH, body.toByteArray());
        int head = request.length - body.size();
        for (int i = 0; i < EVENTS; i++) {
            ids[i] += head;
            customers[i] += head;
            times[i] += head;
            seconds[i] += head;
        }
    }

    private static int add(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return body.size();
    }

    /** The bytes of a batch, until the next is asked for. The same number gives the same bytes. */
    byte[] batch(long number) {
        LocalDateTime hour = YEAR.plus((long) ((double) number / batches * HOURS), ChronoUnit.HOURS);
        byte[] date = hour.toString().substring(0, 13).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < EVENTS; i++) {
            long n = number * EVENTS + i;
            long chance = mixed(n);
            digits(n, ids[i], ID_DIGITS);
            digits(customerOf(chance), customers[i], CUSTOMER_DIGITS);
            System.arraycopy(date, 0, request, times[i], date.length);
            digits(chance >>> 8 & 31, times[i] + 14, 2);
            digits(chance >>> 16 & 31, times[i] + 17, 2);
            digits(100 + (chance >>> 24 & 511), seconds[i], 3);
        }
        return request;
    }

    /** Half of what the heavy one does not have goes to a thousand customers: the k-th has a share as 1/k. */
    private static long customerOf(long chance) {
        if (Long.remainderUnsigned(chance, HEAVY_SHARE) == 0) {
            return 0;
        }
        double uniform = (chance >>> 11) * 0x1p-53;
        return Math.min(CUSTOMERS - 1, (long) Math.exp(uniform * Math.log(CUSTOMERS)));
    }

    /** The customer with this number; lower numbers have more events. */
    static String customer(long number) {
        return String.format("c%0" + CUSTOMER_DIGITS + "d", number);
    }

    /** SplitMix64: numbers that follow each other look unrelated. */
    static long mixed(long number) {
        long z = number * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    private void digits(long value, int at, int width) {
        long rest = value;
        for (int i = at + width - 1; i >= at; i--) {
            request[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
