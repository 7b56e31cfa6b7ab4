package org.parley.rest.internal.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health/live", "/health/ready", "/api/v1/health/live", "/web/index.html", "/api/v1/openapi.json"})
    void someAreServedWithoutAKey(String path) {
        assertThat(PublicPaths.contains(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/keys", "/metrics", "/health", "/web", "/webx", "/web/../api/v1/keys", "/web/%2e%2e/api/v1/keys",
        "/web/..;/api/v1/keys", "/web//api/v1/keys", "/web/..\\api", "/api/v1/openapi.json/x", "//", ""})
    void allOthersNeedOne(String path) {
        assertThat(PublicPaths.contains(path)).isFalse();
    }
}
