package org.parley.rest.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.common.InvalidInput;
import org.parley.rest.internal.swap.SwapOrder;

class SwapWordsTest {

    @Test
    void takesOptionsAnywhere() {
        assertThat(SwapWords.order(List.of("pricing")))
                .isEqualTo(new SwapOrder("pricing", Optional.empty(), Optional.empty(), Duration.ofSeconds(10), false));
        assertThat(SwapWords.order(List.of("pricing", "--drain", "3", "1.2.0", "--force", "--from", "/x.jar")))
                .isEqualTo(new SwapOrder("pricing", Optional.of("1.2.0"), Optional.of("/x.jar"), Duration.ofSeconds(3), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--force", "pricing 1.0.0 2.0.0", "pricing --from", "pricing --drain x", "pricing --fast"})
    void refusesWhatItDoesNotUnderstand(String words) {
        assertThatThrownBy(() -> SwapWords.order(List.of(words.split(" ")))).isInstanceOf(InvalidInput.class);
    }
}
