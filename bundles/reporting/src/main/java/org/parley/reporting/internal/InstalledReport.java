package org.parley.reporting.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.parley.reporting.api.Description;
import org.parley.reporting.api.Report;

/**
 * A report with what it says of itself, asked once: it could say something else the next time. Its states are JSON, by a
 * mapper of its own, so that nothing of a plugin's classes outlives the plugin.
 */
final class InstalledReport<S> {

    private final Report<S> report;
    private final Description description;
    private final int version;
    private final Set<String> eventTypes;
    private final boolean stateless;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    /** @throws RuntimeException if the report says nothing sensible of itself */
    InstalledReport(Report<S> report) {
        this.report = report;
        this.description = Objects.requireNonNull(report.describe());
        if (!description.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || description.id().length() > 100) {
            throw new IllegalArgumentException("a report's id is lower-case kebab, unlike '" + description.id() + "'");
        }
        this.version = report.rollupVersion();
        this.eventTypes = Set.copyOf(report.eventTypes());
        Class<S> state = report.stateType();
        this.stateless = state == Report.None.class;
        ObjectMapper mapper = JsonMapper.builder().addModules(new Jdk8Module(), new JavaTimeModule())
                .serializationInclusion(JsonInclude.Include.NON_ABSENT).build();
        this.reader = mapper.readerFor(state);
        this.writer = mapper.writerFor(state);
    }

    Report<S> report() {
        return report;
    }

    Description description() {
        return description;
    }

    int version() {
        return version;
    }

    Set<String> eventTypes() {
        return eventTypes;
    }

    /** Whether it keeps nothing of customers. */
    boolean stateless() {
        return stateless;
    }

    S decode(String stored) {
        try {
            return reader.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored state cannot be read", e);
        }
    }

    String encode(S state) {
        try {
            return writer.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a state cannot be stored", e);
        }
    }
}
