package org.parley.scoring.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.common.CustomerId;
import org.parley.common.ParleyException;
import org.parley.common.SellerId;
import org.parley.fold.ProjectionStore.Advance;
import org.parley.fold.ProjectionStore.Progress;

class StateStoreTest {

    private static final Owner ANN = owner("acme", "ann");
    private static final Owner BOB = owner("acme", "bob");

    @TempDir
    Path folder;
    private StateFiles files;
    private StateStore store;

    private static Owner owner(String seller, String customer) {
        return new Owner(new SellerId(seller), new CustomerId(customer));
    }

    @BeforeEach
    void open() {
        files = StateFiles.open(folder);
        store = new StateStore(files);
    }

    @AfterEach
    void close() {
        files.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void commit(String score, long position, Map<Owner, byte[]> changes) {
        store.commit(List.of(new Advance<>(score, new Progress(1, position), Optional.of(changes))),
                OptionalLong.of(position));
    }

    @Test
    void keepsStatesAndPositionsOverAReopening() {
        commit("a", 7, Map.of(ANN, bytes("{}")));
        files.close();
        open();
        assertThat(store.position()).isEqualTo(7);
        assertThat(store.progress("a")).contains(new Progress(1, 7));
        assertThat(store.state("a", ANN)).hasValueSatisfying(state -> assertThat(state).isEqualTo(bytes("{}")));
        assertThat(store.states("a", List.of(BOB, ANN))).containsOnlyKeys(ANN);
    }

    @Test
    void forgetsExactlyOneScore() {
        commit("a", 7, Map.of(ANN, bytes("1"), BOB, bytes("2")));
        commit("a-b", 7, Map.of(ANN, bytes("3")));
        commit("b", 7, Map.of(ANN, bytes("4")));
        store.reset("a", 2);
        assertThat(store.progress("a")).contains(new Progress(2, 0));
        assertThat(store.states("a", List.of(ANN, BOB))).isEmpty();
        assertThat(store.state("a-b", ANN)).isPresent();
        assertThat(store.state("b", ANN)).isPresent();
        commit("a", 1, Map.of(ANN, bytes("5")));
        assertThat(store.states("a", List.of(ANN, BOB))).containsOnlyKeys(ANN);
    }

    @Test
    void keepsSellersApart() {
        commit("a", 1, Map.of(owner("ac", "meann"), bytes("1")));
        assertThat(store.state("a", owner("acme", "ann"))).isEmpty();
    }

    @Test
    void refusesWorkOnceClosedInsteadOfEndingTheProcess() {
        files.close();
        assertThatThrownBy(() -> store.position()).isInstanceOf(ParleyException.class).hasMessageContaining("replaced");
    }
}
