package org.parley.capture.internal.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.Retention;
import org.parley.capture.internal.journal.RocksJournal;

/** Shows how long the journal is, how far its readers have come, and the room it takes. */
@Service
@Command(scope = "parley", name = "journal-status", description = "Shows the journal's length and size, how long events "
        + "are kept, and how far the readers are behind")
public final class JournalStatusCommand implements Action {

    private static final double MEGABYTE = 1 << 20;

    @Reference
    private @Nullable Capture capture;

    @Reference
    private @Nullable Retention retention;

    @Override
    public @Nullable Object execute() throws IOException {
        RocksJournal journal = Optional.ofNullable(capture).orElseThrow().journal();
        PrintStream out = System.out;
        extent(out, journal);
        families(out, journal);
        retention(out, Optional.ofNullable(retention).orElseThrow(), journal);
        readers(out, journal);
        return null;
    }

    private static void extent(PrintStream out, RocksJournal journal) throws IOException {
        out.printf("head     position %,d%n", journal.head());
        journal.oldest().ifPresent(oldest -> out.printf("oldest   position %,d, taken %s%n", oldest.position(),
                oldest.recordedAt()));
        out.printf("on disk  %,.1f MB in %s%n", size(journal.files().folder()) / MEGABYTE, journal.files().folder());
        out.printf("queue    %d appends wait%n", journal.queueDepth());
        out.printf("running  %s%n", journal.maintenance().isEmpty() ? "nothing" : journal.maintenance());
        journal.shutBecause().values().forEach(why -> out.println("SHUT     no events are taken: " + why));
    }

    private static void families(PrintStream out, RocksJournal journal) {
        ShellTable table = new ShellTable();
        table.column("part");
        table.column("keys, about").alignRight();
        table.column("MB").alignRight();
        journal.files().sizes().forEach((name, size) -> table.addRow().addContent(name,
                String.format("%,d", size.keys()), String.format("%,.1f", size.bytes() / MEGABYTE)));
        table.print(out);
    }

    private static void retention(PrintStream out, Retention retention, RocksJournal journal) {
        ShellTable table = new ShellTable();
        table.column("seller");
        table.column("type");
        table.column("days kept").alignRight();
        table.column("removed before");
        retention.all().forEach(row -> table.addRow().addContent(row.seller(), row.type(), row.days(),
                retention.of(row.seller(), row.type()).removedBefore().map(Object::toString).orElse("")));
        table.emptyTableText("all events are kept for ever");
        table.print(out);
        out.printf("old events were last removed: %s%n", journal.compactedAt().map(Object::toString).orElse("never"));
    }

    private static void readers(PrintStream out, RocksJournal journal) {
        long head = journal.head();
        ShellTable table = new ShellTable();
        table.column("reader");
        table.column("position").alignRight();
        table.column("behind").alignRight();
        journal.readers().all().forEach((reader, position) -> table.addRow().addContent(reader, position,
                position > head ? "AHEAD by " + (position - head) : head - position));
        table.emptyTableText("no reader has reported yet");
        table.print(out);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(JournalStatusCommand::fileSize).sum();
        }
    }

    /** RocksDB removes files while we look: one that is gone takes no room. */
    private static long fileSize(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
