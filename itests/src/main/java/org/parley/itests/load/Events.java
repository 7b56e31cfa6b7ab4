package org.parley.itests.load;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Usage events that differ in nothing but their number: event {@code n} of a source is the same whenever it is made, so
 * that sending it again is sending a duplicate.
 *
 * @param source    their CloudEvents source
 * @param customers how many customers they are spread over
 */
public record Events(String source, int customers) {

    public String id(long n) {
        return "e" + n;
    }

    /** The customer that event n is about. */
    public String customer(long n) {
        return source.replaceAll("[^a-z0-9]", "") + "-c" + (n % customers);
    }

    /** Event n in the JSON format of CloudEvents. */
    public String event(long n) {
        return "{\"specversion\":\"1.0\",\"type\":\"org.parley.usage\",\"source\":\"" + source + "\",\"id\":\"" + id(n)
                + "\",\"subject\":\"" + customer(n) + "\",\"time\":\"2025-03-01T10:" + twoDigits(n / 60 % 60) + ":"
                + twoDigits(n % 60) + "Z\",\"datacontenttype\":\"application/json\",\"data\":{\"quantity\":1,"
                + "\"unit\":\"article\",\"item\":\"a" + (n % 97) + "\",\"activeSeconds\":" + (n % 600) + "}}";
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** The events from {@code first} on, as a batch. */
    public byte[] batch(long first, int size) {
        return LongStream.range(first, first + size).mapToObj(this::event).collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
