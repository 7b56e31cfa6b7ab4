package org.parley.capture.internal.meters.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.parley.capture.internal.meters.Aggregate;
import org.parley.capture.internal.meters.Aggregation;

/** Rows as bytes: events, events without a value, groups, then what the aggregation keeps. */
final class RowCodec {

    private static final int HEAD = Long.BYTES + Long.BYTES + Integer.BYTES;
    private static final int POINT = Long.BYTES + Integer.BYTES + Long.BYTES;

    private RowCodec() {}

    static byte[] bytes(Row row) {
        byte[] figure = bytes(row.aggregate());
        return ByteBuffer.allocate(HEAD + figure.length).putLong(row.events()).putLong(row.withoutValue())
                .putInt(row.groups()).put(figure).array();
    }

    private static byte[] bytes(Aggregate aggregate) {
        if (aggregate instanceof Aggregate.Sum sum) {
            return bytes(sum.sum());
        } else if (aggregate instanceof Aggregate.Count count) {
            return ByteBuffer.allocate(Long.BYTES).putLong(count.count()).array();
        } else if (aggregate instanceof Aggregate.Max max) {
            return max.value().map(RowCodec::bytes).orElseGet(() -> new byte[0]);
        } else if (aggregate instanceof Aggregate.Latest latest) {
            return latest.point().map(RowCodec::bytes).orElseGet(() -> new byte[0]);
        }
        throw new IllegalArgumentException("of different values only their number is in a row");
    }

    private static byte[] bytes(Aggregate.Point point) {
        byte[] value = bytes(point.value());
        return ByteBuffer.allocate(POINT + value.length).putLong(point.time().getEpochSecond())
                .putInt(point.time().getNano()).putLong(point.position()).put(value).array();
    }

    private static byte[] bytes(BigDecimal number) {
        byte[] digits = number.unscaledValue().toByteArray();
        return ByteBuffer.allocate(Integer.BYTES + digits.length).putInt(number.scale()).put(digits).array();
    }

    static Row row(Aggregation aggregation, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Row(in.getLong(), in.getLong(), in.getInt(), aggregate(aggregation, in));
    }

    private static Aggregate aggregate(Aggregation aggregation, ByteBuffer in) {
        return switch (aggregation) {
            case SUM -> new Aggregate.Sum(number(in));
            case COUNT, UNIQUE -> new Aggregate.Count(in.getLong());
            case MAX -> new Aggregate.Max(in.hasRemaining() ? Optional.of(number(in)) : Optional.empty());
            case LATEST -> new Aggregate.Latest(in.hasRemaining() ? Optional.of(point(in)) : Optional.empty());
        };
    }

    private static Aggregate.Point point(ByteBuffer in) {
        return new Aggregate.Point(Instant.ofEpochSecond(in.getLong(), in.getInt()), in.getLong(), number(in));
    }

    private static BigDecimal number(ByteBuffer in) {
        int scale = in.getInt();
        byte[] digits = new byte[in.remaining()];
        in.get(digits);
        return new BigDecimal(new BigInteger(digits), scale);
    }
}
