package org.parley.cli.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.parley.store.Migration;

/**
 * A module whose tables are moved.
 *
 * @param name of its database: the file's without its end, and the schema's
 */
record Module(String name, Path file, List<Migration> migrations) {

    /** The version that its bundle brings the tables to. */
    int version() {
        return migrations.stream().mapToInt(Migration::version).max().orElse(0);
    }

    /** What changes when somebody writes to the file. */
    record Stamp(long size, FileTime changed) {}

    Stamp stamp() {
        try {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new MoveFailed("the file " + file + " cannot be looked at", e);
        }
    }
}
