package org.parley.capture.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;

class ParametersTest {

    private static Parameters of(String... pairs) {
        return new Parameters(pairs.length == 2 ? Map.of(pairs[0], new String[] {pairs[1]})
                : Map.of(pairs[0], new String[] {pairs[1]}, pairs[2], new String[] {pairs[3]}));
    }

    @Test
    void anEventIsNamedBySourceAndId() {
        assertThat(of("source", "urn:a", "id", "1").event()).contains(new Parameters.EventName("urn:a", "1"));
        assertThat(of("customer", "ada", "limit", "7").event()).isEmpty();
        assertThat(of("customer", "ada", "limit", "7").timeline(new SellerId("shop")).limit()).isEqualTo(7);
    }

    @Test
    void halfANameIsRefused() {
        assertThatThrownBy(() -> of("source", "urn:a").event()).isInstanceOfSatisfying(InvalidInput.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_PARAMETER);
            assertThat(e.errors().get(0).field()).isEqualTo("id");
        });
        assertThatThrownBy(() -> of("id", "1", "source", "").event()).isInstanceOfSatisfying(InvalidInput.class,
                e -> assertThat(e.errors().get(0).field()).isEqualTo("source"));
    }

    @Test
    void anUnknownParameterIsRefusedAndTheKnownOnesAreNamed() {
        assertThatThrownBy(() -> of("costumer", "ada")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'costumer'").hasMessageContaining("after, customer, from, id, limit, source, to, type");
    }
}
