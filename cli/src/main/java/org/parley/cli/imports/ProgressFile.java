package org.parley.cli.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps the progress of an import in a small file, which is always whole: it is written beside and then renamed. It only
 * saves work. An import without it sends everything again, and the server finds the duplicates.
 */
final class ProgressFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    ProgressFile(Path file) {
        this.file = file;
    }

    /** What was kept for an import of this identity; empty if there is none that can be used. */
    Optional<Progress> load(String identity) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), Progress.class))
                            .filter(kept -> identity.equals(kept.identity()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the progress of an earlier import cannot be read from " + file, e);
        }
    }

    void save(Progress progress) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.write(beside, JSON.writeValueAsBytes(progress));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the progress cannot be kept in " + file, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the progress file " + file + " cannot be removed", e);
        }
    }
}
