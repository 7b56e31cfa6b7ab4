package org.parley.itests.load;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Payments for {@code POST /imports/cycles}: payment {@code n} of a source is the same whenever it is made, so that
 * sending it again is sending a duplicate.
 *
 * @param source    where they come from
 * @param customers how many customers they are spread over
 * @param offering  what is paid for
 * @param policy    the rules
 */
public record Payments(String source, int customers, String offering, String policy) {

    /** What payment n is of, in EUR. */
    public BigDecimal amount(long n) {
        return BigDecimal.valueOf(100 + n % 900, 2);
    }

    /** The sum of the payments from 0 up to this number, which is excluded. */
    public BigDecimal total(long count) {
        return LongStream.range(0, count).mapToObj(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Payment n as a line of NDJSON. */
    public String line(long n) {
        return "{\"source\":\"" + source + "\",\"id\":\"p" + n + "\",\"customer\":\"payer" + (n % customers)
                + "\",\"offering\":\"" + offering + "\",\"policy\":\"" + policy + "\",\"time\":\"2025-03-02T"
                + twoDigits(n / 3600 % 24) + ":" + twoDigits(n / 60 % 60) + ":" + twoDigits(n % 60)
                + "Z\",\"price\":{\"amount\":\"" + amount(n) + "\",\"currency\":\"EUR\"},"
                + "\"suggested\":{\"amount\":\"5.00\",\"currency\":\"EUR\"}}\n";
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** The payments from {@code first} on, as NDJSON. */
    public byte[] lines(long first, int count) {
        return LongStream.range(first, first + count).mapToObj(this::line).collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
