package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput.FieldError;
import org.parley.common.SellerId;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Remembers rejected events that had an identity, so that a sender can ask later what became of one. They are told in
 * the answer already: here they are kept for convenience, not synced, and the oldest go when there are too many.
 */
public final class Rejects {

    /** A rejected event. */
    public record Rejected(String source, String id, Instant at, Rejection why) {}

    private final JournalFiles files;

    public Rejects(JournalFiles files) {
        this.files = files;
    }

    public void remember(SellerId seller, List<Rejected> rejected) {
        EventEncoder encoder = new EventEncoder();
        files.use(open -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions plain = new WriteOptions()) {
                for (Rejected one : rejected) {
                    IdKey key = encoder.key(seller.value(), one.source(), one.id());
                    batch.put(open.rejects(), key.bytes(), write(one));
                }
                open.db().write(plain, batch);
            }
            return rejected;
        });
    }

    public Optional<Rejected> find(SellerId seller, String source, String id) {
        IdKey key = new EventEncoder().key(seller.value(), source, id);
        return files.use(open -> Optional.ofNullable(open.db().get(open.rejects(), key.bytes())))
                .map(value -> read(source, id, new RecordReader(value, 0)));
    }

    private static byte[] write(Rejected rejected) {
        Rejection why = rejected.why();
        Bytes out = new Bytes(256).putLong(rejected.at().toEpochMilli()).putText(why.code().name())
                .putText(why.detail()).putVar(why.errors().size());
        for (FieldError error : why.errors()) {
            out.putText(error.field()).putText(error.code().name()).putText(error.detail());
        }
        return out.toArray();
    }

    private static Rejected read(String source, String id, RecordReader in) {
        Instant at = Instant.ofEpochMilli(in.nextLong());
        ErrorCode code = ErrorCode.valueOf(in.nextText());
        String detail = in.nextText();
        List<FieldError> errors = new ArrayList<>();
        for (int left = in.nextVar(); left > 0; left--) {
            errors.add(new FieldError(in.nextText(), ErrorCode.valueOf(in.nextText()), in.nextText()));
        }
        return new Rejected(source, id, at, new Rejection(code, detail, errors));
    }
}
