package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void namesTheNextPageOnlyWhenThereIsOne() {
        assertThat(Page.of(List.of("a", "b"), 2, x -> x)).isEqualTo(new Page<>(List.of("a", "b"), Optional.empty()));
        assertThat(Page.of(List.of("a", "b", "c"), 2, x -> x).next()).contains("b");
        assertThat(Page.of(List.of("a", "b", "c"), 2, x -> x).items()).containsExactly("a", "b");
    }
}
