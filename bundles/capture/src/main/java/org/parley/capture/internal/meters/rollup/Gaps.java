package org.parley.capture.internal.meters.rollup;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of a meter's type that had no value it could take.
 *
 * @param count  how many there were
 * @param latest the positions of the last of them, the newest last
 */
public record Gaps(long count, List<Long> latest) {

    private static final int KEPT = 20;

    static final Gaps NONE = new Gaps(0, List.of());

    Gaps plus(List<Long> more) {
        List<Long> all = new ArrayList<>(latest);
        all.addAll(more);
        return new Gaps(count + more.size(), List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size())));
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES * (1 + latest.size())).putLong(count);
        latest.forEach(out::putLong);
        return out.array();
    }

    static Gaps of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long count = in.getLong();
        List<Long> latest = new ArrayList<>();
        while (in.hasRemaining()) {
            latest.add(in.getLong());
        }
        return new Gaps(count, List.copyOf(latest));
    }
}
