package org.parley.cli.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.parley.cli.rows.Columns;
import org.parley.cli.rows.FileFormat;

/**
 * A mapping file: how the rows of a file are written, what must exist before they are sent, and what each becomes.
 * What depends on the file's columns is checked by {@link #filter} and {@link #target}.
 */
public final class Mapping {

    private final Located root;
    private final String text;
    private final FileFormat format;
    private final Setup setup;
    private final String source;

    private Mapping(Located root, String text) {
        this.root = root.only("format", "source", "setup", "where", "cycles", "events");
        this.text = text;
        this.format = FormatReader.read(root.need("format"));
        this.source = root.need("source").text();
        this.setup = root.get("setup").map(Setup::read).orElse(new Setup(List.of()));
        if (root.get("cycles").isPresent() == root.get("events").isPresent()) {
            throw root.error("must have either 'cycles' or 'events'");
        }
    }

    /**
     * Reads a mapping file.
     *
     * @throws MappingError if it cannot be used
     */
    public static Mapping read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new MappingError("the mapping " + file + " cannot be read: " + e.getMessage());
        }
    }

    static Mapping parse(String yaml) {
        return new Mapping(LocatedYaml.read(yaml), yaml);
    }

    /** The mapping as written: part of what makes two imports the same. */
    public String text() {
        return text;
    }

    public FileFormat format() {
        return format;
    }

    public Setup setup() {
        return setup;
    }

    /** Which rows are meant, in a file with these columns. */
    public Filter filter(Columns columns) {
        Optional<Located> where = root.get("where");
        return where.isPresent() ? Filter.read(where.get(), new Names(columns)) : row -> true;
    }

    /** What rows become, in a file with these columns. A new one for each pass over the file. */
    public Target target(Columns columns) {
        Names names = new Names(columns);
        return root.get("cycles").<Target>map(cycles -> new CycleTarget(source, cycles, names))
                .orElseGet(() -> new EventTarget(source, root.need("events"), names));
    }
}
