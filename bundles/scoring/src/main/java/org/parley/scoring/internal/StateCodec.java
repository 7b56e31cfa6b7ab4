package org.parley.scoring.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One score's states as compact JSON. */
final class StateCodec<S> {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    /** Each score has a mapper of its own, so that nothing of a plugin's classes outlives the plugin. */
    StateCodec(Class<S> type) {
        ObjectMapper mapper = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                .build();
        this.reader = mapper.readerFor(type);
        this.writer = mapper.writerFor(type);
    }

    S decode(byte[] stored) {
        try {
            return reader.readValue(stored);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored state cannot be read", e);
        }
    }

    byte[] encode(S state) {
        try {
            return writer.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a state cannot be stored", e);
        }
    }
}
