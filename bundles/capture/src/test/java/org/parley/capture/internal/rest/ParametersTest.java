package org.parley.capture.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    void rejectedEventsAreAskedForByTheirState() {
        SellerId shop = new SellerId("shop");
        assertThat(of("customer", "ada").rejects(shop)).isEmpty();
        assertThat(of("state", "rejected", "code", "INVALID_TIME").rejects(shop)).hasValueSatisfying(query -> {
            assertThat(query.seller()).isEqualTo(shop);
            assertThat(query.code()).contains(ErrorCode.INVALID_TIME);
        });
        for (Parameters wrong : List.of(of("state", "counted"), of("state", "rejected", "customer", "ada"),
                of("code", "INVALID_TIME"), of("state", "rejected", "code", "WRONG"))) {
            assertThatThrownBy(() -> wrong.rejects(shop)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void anUnknownParameterIsRefusedAndTheKnownOnesAreNamed() {
        assertThatThrownBy(() -> of("costumer", "ada")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'costumer'").hasMessageContaining("after, code, customer, from, id, limit, source, state, to, type");
    }
}
