package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReaderPositionsTest {

    private Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private final ReaderPositions readers = new ReaderPositions(() -> now);

    @Test
    void nothingIsCountedBeforeAllModulesHaveReported() {
        readers.report("scoring", 7);
        readers.report("meters", 8);
        readers.report("reporting", 9);
        assertThat(readers.countedUpTo()).isZero();
        readers.report("pricing", 8);
        assertThat(readers.countedUpTo()).isEqualTo(7);
    }

    @Test
    void aModuleThatFellSilentIsWaitedFor() {
        allAt(7);
        now = now.plus(Duration.ofHours(1));
        readers.report("reporting", 9);
        readers.report("pricing", 9);
        assertThat(readers.countedUpTo()).isEqualTo(7);
        assertThat(readers.all()).containsEntry("scoring", 7L);
    }

    @Test
    void aPluginThatIsBehindOrGoneKeepsNothingFromBeingCounted() {
        readers.report("scoring/new", 2);
        allAt(7);
        assertThat(readers.countedUpTo()).isEqualTo(7);
        assertThat(readers.all()).containsEntry("scoring/new", 2L);
        now = now.plus(ReaderPositions.SILENCE).plusMillis(1);
        assertThat(readers.all()).doesNotContainKey("scoring/new");
    }

    @Test
    void anotherReaderCountsForAsLongAsItReports() {
        allAt(7);
        readers.report("ledger-export", 3);
        assertThat(readers.countedUpTo()).isEqualTo(3);
        now = now.plus(ReaderPositions.SILENCE).plusMillis(1);
        assertThat(readers.countedUpTo()).isEqualTo(7);
    }

    @Test
    void theIndexOfTheJournalItselfDecidesNothing() {
        allAt(7);
        readers.report(Timeline.NAME, 1);
        assertThat(readers.countedUpTo()).isEqualTo(7);
    }

    private void allAt(long position) {
        ReaderPositions.MODULES.forEach(module -> readers.report(module, position));
    }
}
