package org.parley.cli.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The rows that were not imported: a CSV file of line number, reason and the row itself. It comes to be with the first
 * of them. A resumed import cuts it back to what its progress knows of, so that no row stands in it twice.
 */
final class RejectsFile {

    private final Path file;
    private long bytes;

    RejectsFile(Path file, long bytes) {
        this.file = file;
        this.bytes = bytes;
        if (bytes == 0) {
            forgetEarlier();
        }
    }

    private void forgetEarlier() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the rejects of an earlier import cannot be removed: " + file, e);
        }
    }

    /** Adds these rows and returns how long the file is then. */
    long add(List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return bytes;
        }
        byte[] text = text(rejects).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
            channel.position(bytes);
            ByteBuffer buffer = ByteBuffer.wrap(text);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rejected rows cannot be written to " + file, e);
        }
        bytes += text.length;
        return bytes;
    }

    private String text(List<Reject> rejects) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            if (bytes == 0) {
                csv.writeRecord("line", "reason", "row");
            }
            for (Reject reject : rejects) {
                csv.writeRecord(Long.toString(reject.row().line()), reject.reason(), reject.row().raw().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
