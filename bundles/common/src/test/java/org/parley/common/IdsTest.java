package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "a\nb", "a\u0000"})
    void refusesWhatIsNoId(String value) {
        assertThatThrownBy(() -> new CustomerId(value))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ID));
    }

    @Test
    void takesAnyTwoHundredVisibleCharacters() {
        assertThat(new CustomerId("ä".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> new CustomerId("a".repeat(201))).isInstanceOf(InvalidInput.class);
    }
}
