package org.parley.capture.internal.shell;

import java.io.IOException;
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
import org.parley.capture.internal.journal.RocksJournal;

/** Shows how long the journal is, how far its readers have come, and the room it takes. */
@Service
@Command(scope = "parley", name = "journal-status", description = "Shows the journal's length, readers and size on disk")
public final class JournalStatusCommand implements Action {

    private static final double MEGABYTE = 1 << 20;

    @Reference
    private @Nullable Capture capture;

    @Override
    public @Nullable Object execute() throws IOException {
        RocksJournal journal = Optional.ofNullable(capture).orElseThrow().journal();
        long head = journal.head();
        System.out.printf("events   %,d%n", head);
        System.out.printf("on disk  %,.1f MB in %s%n", size(journal.files().folder()) / MEGABYTE, journal.files().folder());
        System.out.printf("queue    %d appends wait%n", journal.queueDepth());
        ShellTable table = new ShellTable();
        table.column("reader");
        table.column("position").alignRight();
        table.column("behind").alignRight();
        journal.readers().all().forEach((reader, position) -> table.addRow().addContent(reader, position, Math.max(0, head - position)));
        table.emptyTableText("no reader has reported yet");
        table.print(System.out);
        return null;
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
