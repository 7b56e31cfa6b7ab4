package org.parley.capture.internal.meters.rollup;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.capture.internal.meters.Group;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.WindowKind;
import org.parley.common.CustomerId;

/**
 * The keys of the rollups. Rows lie in the order of meter, version, length of window, customer, whether by group, start,
 * group: so a customer's usage in a range is one run of neighbours, whoever else there is. A zero byte ends each id; no
 * id has one.
 */
final class Keys {

    private static final int POSITION = 0;
    private static final int STANDING = 1;
    private static final int ROW = 2;
    private static final int GAPS = 3;

    private static final int ALL_GROUPS = 0;
    private static final int BY_GROUP = 1;

    private static final int ABSENT = 0;
    private static final int PRESENT = 1;
    private static final int REST = 2;

    private Keys() {}

    /** How far the meters as a whole have come. */
    static byte[] position() {
        return new byte[] {POSITION};
    }

    /** How far one meter has come. */
    static byte[] standing(Meter meter) {
        return start(STANDING, meter).toByteArray();
    }

    /** The events of a meter that had no value. */
    static byte[] gaps(Meter meter) {
        return start(GAPS, meter).toByteArray();
    }

    static byte[] row(Meter meter, Slot slot) {
        ByteArrayOutputStream key = start(ROW, meter);
        boolean byGroup = !(slot.group() instanceof Group.All);
        key.writeBytes(series(slot.kind(), slot.customer(), byGroup));
        key.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(slot.start().getEpochSecond()).array());
        key.writeBytes(group(slot.group()));
        return key.toByteArray();
    }

    /** Where the rows of a meter begin that {@link #row} makes for one length of window and customer. */
    static byte[] rows(Meter meter, WindowKind kind, Optional<CustomerId> customer, boolean byGroup) {
        ByteArrayOutputStream key = start(ROW, meter);
        key.writeBytes(series(kind, customer, byGroup));
        return key.toByteArray();
    }

    /** Where all rows of a meter begin. */
    static byte[] rows(Meter meter) {
        return start(ROW, meter).toByteArray();
    }

    /** Where the rows of a series begin whose windows start at this time or after. */
    static byte[] from(byte[] series, Instant start) {
        return ByteBuffer.allocate(series.length + Long.BYTES).put(series).putLong(start.getEpochSecond()).array();
    }

    private static byte[] series(WindowKind kind, Optional<CustomerId> customer, boolean byGroup) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.write(kind.ordinal());
        customer.ifPresent(id -> key.writeBytes(id.value().getBytes(StandardCharsets.UTF_8)));
        key.write(0);
        key.write(byGroup ? BY_GROUP : ALL_GROUPS);
        return key.toByteArray();
    }

    private static ByteArrayOutputStream start(int kind, Meter meter) {
        ByteArrayOutputStream key = new ByteArrayOutputStream(96);
        key.write(kind);
        key.writeBytes(meter.seller().value().getBytes(StandardCharsets.UTF_8));
        key.write(0);
        key.writeBytes(meter.id().getBytes(StandardCharsets.UTF_8));
        key.write(0);
        key.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(meter.version()).array());
        return key;
    }

    private static byte[] group(Group group) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (group instanceof Group.Rest) {
            bytes.write(REST);
        } else if (group instanceof Group.Of of) {
            of.values().forEach(value -> put(bytes, value));
        }
        return bytes.toByteArray();
    }

    private static void put(ByteArrayOutputStream bytes, Optional<String> value) {
        bytes.write(value.isPresent() ? PRESENT : ABSENT);
        value.ifPresent(text -> {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(Short.BYTES + utf8.length).putShort((short) utf8.length).put(utf8).array());
        });
    }

    /** The slot of a row, given where {@link #rows(Meter)} ends. */
    static Slot slot(byte[] key, int offset) {
        WindowKind kind = WindowKind.values()[key[offset]];
        int end = offset + 1;
        while (key[end] != 0) {
            end++;
        }
        String customer = new String(key, offset + 1, end - offset - 1, StandardCharsets.UTF_8);
        return new Slot(kind, Optional.of(customer).filter(id -> !id.isEmpty()).map(CustomerId::new),
                start(key, end + 2), group(key, end + 2));
    }

    /** The start of a row's window, given where {@link #rows(Meter, WindowKind, Optional, boolean)} ends. */
    static Instant start(byte[] key, int offset) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(key, offset, Long.BYTES).getLong());
    }

    /** The group of a row, given where its window's start is. */
    static Group group(byte[] key, int offset) {
        ByteBuffer in = ByteBuffer.wrap(key, offset + Long.BYTES, key.length - offset - Long.BYTES);
        if (!in.hasRemaining()) {
            return Group.ALL;
        }
        List<Optional<String>> values = new ArrayList<>();
        while (in.hasRemaining()) {
            int kind = in.get();
            if (kind == REST) {
                return Group.REST;
            }
            values.add(kind == PRESENT ? Optional.of(text(in)) : Optional.empty());
        }
        return new Group.Of(values);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort() & 0xffff];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
