package org.parley.rest.internal.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/events,             /api/v1/events,                 true",
        "/api/v1/events,             /api/v1/events/x,               true",
        "/api/v1/events,             /api/v1/event,                  false",
        "/api/v1/events,             /api/v1/event-types,            false",
        "/api/v1/events,             /api/v1,                        false",
        "/api/v1/customers/*/scores, /api/v1/customers/c/scores/roa, true",
        "/api/v1/customers/*/scores, /api/v1/customers/c/brief,      false"
    })
    void matchesWholeSegments(String pattern, String path, boolean matches) {
        assertThat(PathPattern.parse(pattern).matches(PathPattern.split(path))).isEqualTo(matches);
    }

    @Test
    void theMoreSpecificComesFirst() {
        List<PathPattern> sorted = Stream.of("/a", "/a/*/c", "/a/b/c").map(PathPattern::parse).sorted().toList();
        assertThat(sorted).extracting(PathPattern::segments)
                .containsExactly(List.of("a", "b", "c"), List.of("a", "*", "c"), List.of("a"));
    }
}
