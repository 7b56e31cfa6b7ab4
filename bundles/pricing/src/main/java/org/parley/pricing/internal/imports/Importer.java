package org.parley.pricing.internal.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.pricing.internal.Catalogue;
import org.parley.pricing.internal.MadeIds;
import org.parley.pricing.internal.store.Commits;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.strategy.Evaluator;
import org.parley.seller.api.Clock;

/**
 * Takes payments that were made elsewhere, line by line, in slices that are one transaction each. A payment counts
 * once however often it is sent, so an import that broke off is simply sent again.
 */
@Component(service = Importer.class)
public final class Importer {

    private static final int SLICE_LINES = 2000;
    private static final long SLICE_BYTES = 4 * 1024 * 1024;

    private final PricingDatabase database;
    private final Commits commits;
    private final Catalogue catalogue;
    private final Evaluator evaluator;
    private final MadeIds ids;
    private final Clock clock;

    @Activate
    public Importer(@Reference PricingDatabase database, @Reference Commits commits, @Reference Catalogue catalogue,
            @Reference Evaluator evaluator, @Reference MadeIds ids, @Reference Clock clock) {
        this.database = database;
        this.commits = commits;
        this.catalogue = catalogue;
        this.evaluator = evaluator;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes all lines of a body; what is in the result is durable. */
    public ImportResult take(SellerId seller, InputStream body) {
        ImportResult result = new ImportResult();
        try (SliceQueue slices = new SliceQueue(lines -> write(seller, lines), result)) {
            read(new LineReader(body), new ImportParser(latest(seller)), slices, result);
            slices.finish();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("the body broke off", e);
        }
    }

    private static void read(LineReader lines, ImportParser parser, SliceQueue slices, ImportResult result)
            throws IOException {
        List<Slice.Numbered> slice = new ArrayList<>();
        long bytes = 0;
        long index = 0;
        for (Optional<LineReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().isBlank()) {
                continue;
            }
            parse(parser, line.get(), index++, result).ifPresent(slice::add);
            bytes += line.get().bytes().length;
            if (slice.size() >= SLICE_LINES || bytes >= SLICE_BYTES) {
                slices.put(slice);
                slice = new ArrayList<>();
                bytes = 0;
            }
        }
        slices.put(slice);
    }

    private Instant latest(SellerId seller) {
        Instant wall = Instant.now();
        Instant now = clock.now(seller);
        return (now.isAfter(wall) ? now : wall).plus(Duration.ofDays(1));
    }

    private static Optional<Slice.Numbered> parse(ImportParser parser, LineReader.Line line, long index, ImportResult result) {
        try {
            if (line.tooLong()) {
                throw new InvalidInput(ErrorCode.TOO_LARGE, "", "a line has at most " + LineReader.MAX_LINE + " bytes");
            }
            return Optional.of(new Slice.Numbered(index, parser.parse(line.bytes())));
        } catch (InvalidInput e) {
            result.reject(new ImportResult.Rejected(index, idOf(parser, line), e.code(), e.errors().get(0).field(), e.getMessage()));
            return Optional.empty();
        }
    }

    private static String idOf(ImportParser parser, LineReader.Line line) {
        return line.tooLong() ? "" : parser.idOf(line.bytes()).orElse("");
    }

    private Slice write(SellerId seller, List<Slice.Numbered> lines) {
        return database.optimistic(db -> {
            Slice slice = db.read(handle -> Slice.of(handle, catalogue, ids, seller, lines));
            SliceChanges changes = new SliceChanges(seller, ids);
            changes.make(slice, evaluator.evaluate(slice.cases(), slice.positions()));
            commits.commit(changes.changes());
            return slice;
        });
    }
}
