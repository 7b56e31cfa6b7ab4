package org.parley.cli.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.cli.mapping.Filter;
import org.parley.cli.mapping.Line;
import org.parley.cli.mapping.RowRejected;
import org.parley.cli.mapping.Target;
import org.parley.cli.rows.Row;
import org.parley.cli.rows.Rows;

/** Cuts a file into batches. */
final class Batches {

    /** Rows that send nothing are acknowledged too once there are this many, so that progress is kept. */
    private static final int READ_PER_LINE = 100;

    private final JsonFactory json = new JsonFactory();
    private final Rows rows;
    private final Filter filter;
    private final Target target;
    private final int size;

    Batches(Rows rows, Filter filter, Target target, int size) {
        this.rows = rows;
        this.filter = filter;
        this.target = target;
        this.size = size;
    }

    /** Passes over rows that were acknowledged before; the target still sees them, for what it remembers. */
    void skip(long count) {
        for (long i = 0; i < count; i++) {
            Row row = rows.next().orElseThrow(() -> new IllegalStateException("the file has fewer rows than were imported"));
            if (row.problem().isEmpty() && filter.admits(row)) {
                try {
                    target.line(row);
                } catch (RowRejected e) {
                    continue;
                }
            }
        }
    }

    /** The next batch; an empty one at the end of the file. */
    Batch next() {
        Filling filling = new Filling();
        try (JsonGenerator out = json.createGenerator(filling.body).setRootValueSeparator(null)) {
            while (filling.sent.size() < size && filling.read < (long) size * READ_PER_LINE) {
                Optional<Row> row = rows.next();
                if (row.isEmpty()) {
                    break;
                }
                add(row.get(), filling, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return filling.batch(rows.share());
    }

    private void add(Row row, Filling filling, JsonGenerator out) throws IOException {
        filling.read++;
        if (row.problem().isPresent()) {
            filling.rejects.add(new Reject(row, row.problem().get()));
            return;
        }
        if (!filter.admits(row)) {
            filling.filtered++;
            return;
        }
        try {
            Line line = target.line(row);
            line.write(out);
            out.writeRaw('\n');
            filling.sent.add(row);
            filling.anonymous += line.anonymous() ? 1 : 0;
        } catch (RowRejected e) {
            filling.rejects.add(new Reject(row, e.getMessage()));
        }
    }

    private static final class Filling {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 18);
        private final List<Row> sent = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();
        private long read;
        private long filtered;
        private long anonymous;

        Batch batch(double share) {
            return new Batch(body.toByteArray(), sent, rejects,
                    new Tally(read, filtered, 0, 0, rejects.size(), anonymous), share);
        }
    }
}
