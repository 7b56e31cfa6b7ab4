package org.parley.cli.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** The lines of a file that hold anything, with their numbers. */
final class LineReader implements AutoCloseable {

    private final InputFile input;
    private final BufferedReader reader;
    private long number;

    LineReader(InputFile input) {
        this.input = input;
        this.reader = input.lines();
    }

    Optional<String> next() {
        try {
            String line = reader.readLine();
            number++;
            while (line != null && line.isBlank()) {
                line = reader.readLine();
                number++;
            }
            return Optional.ofNullable(line);
        } catch (IOException e) {
            throw new UnreadableFile("the file breaks off at line " + number + ": " + e.getMessage(), e);
        }
    }

    /** The number of the line that {@link #next} gave last, from 1. */
    long number() {
        return number;
    }

    double share() {
        return input.share();
    }

    @Override
    public void close() {
        input.close();
    }
}
