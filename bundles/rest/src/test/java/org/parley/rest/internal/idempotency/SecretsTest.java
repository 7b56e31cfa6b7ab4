package org.parley.rest.internal.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.rest.internal.store.Answer;

class SecretsTest {

    @Test
    void aRepetitionIsToldUnderItsOwnId() {
        Answer kept = Secrets.instead("hash", Map.of("Content-Type", "application/json"));
        assertThat(kept.status()).isEqualTo(409);
        assertThat(new String(Secrets.body(kept, "r-2"), StandardCharsets.UTF_8)).contains("\"instance\":\"r-2\"");
    }

    @Test
    void anotherAnswerIsRepeatedAsItWas() {
        Answer kept = new Answer("hash", 204, Map.of(), new byte[0]);
        assertThat(Secrets.body(kept, "r-2")).isEmpty();
        byte[] body = {'{', '}'};
        assertThat(Secrets.body(new Answer("hash", 409, Map.of("Content-Type", "application/problem+json"), body), "r-2"))
                .isEqualTo(body);
    }
}
