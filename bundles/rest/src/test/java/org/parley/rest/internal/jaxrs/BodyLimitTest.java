package org.parley.rest.internal.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

class BodyLimitTest {

    @Test
    void readsAsMuchAsIsAllowedAndNotAByteMore() throws Exception {
        assertThat(limited(10, 10).readAllBytes()).hasSize(10);
        assertThatThrownBy(() -> limited(11, 10).readAllBytes()).isInstanceOfSatisfying(InvalidInput.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
        try (InputStream in = limited(2, 1)) {
            in.read();
            assertThatThrownBy(in::read).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void knowsJson() {
        assertThat(JsonBody.isJson(new MediaType("Application", "JSON"))).isTrue();
        assertThat(JsonBody.isJson(new MediaType("application", "merge-patch+json"))).isTrue();
        assertThat(JsonBody.isJson(new MediaType("application", "x-ndjson"))).isFalse();
        assertThat(JsonBody.isJson(null)).isFalse();
    }

    private static InputStream limited(int size, long limit) {
        return new BodyLimit.Limited(new ByteArrayInputStream(new byte[size]), limit);
    }
}
