package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.Optional;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;

/**
 * Reads the headers of events in a row. Neighbours mostly have the same seller, source and type: these are made once.
 * For one thread.
 */
final class HeaderReader {

    private RecordReader.Text seller = RecordReader.Text.NONE;
    private RecordReader.Text source = RecordReader.Text.NONE;
    private RecordReader.Text type = RecordReader.Text.NONE;
    private Optional<SellerId> sellerId = Optional.empty();

    EventHeader read(RecordReader in) {
        int flags = in.next();
        Instant time = Instant.ofEpochSecond(in.nextLong(), in.nextInt());
        SellerId owner = seller(in.nextText(seller));
        source = in.nextText(source);
        String id = in.nextText();
        type = in.nextText(type);
        Optional<CustomerId> customer = (flags & EventEncoder.HAS_CUSTOMER) == 0 ? Optional.empty()
                : Optional.of(new CustomerId(in.nextText()));
        return new EventHeader(owner, source.value(), id, type.value(), customer, time,
                (flags & EventEncoder.TIME_GIVEN) != 0);
    }

    private SellerId seller(RecordReader.Text text) {
        if (text != seller || sellerId.isEmpty()) {
            seller = text;
            sellerId = Optional.of(new SellerId(text.value()));
        }
        return sellerId.get();
    }
}
