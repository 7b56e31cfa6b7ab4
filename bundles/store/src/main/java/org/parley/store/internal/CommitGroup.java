package org.parley.store.internal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Transactions that are committed together. All but {@link #await} belongs to who has the writer's turn. */
final class CommitGroup {

    private static final int MOST_MEMBERS = 64;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final long began = System.nanoTime();
    private final CompletableFuture<Optional<SQLException>> end = new CompletableFuture<>();
    private int members;
    private boolean marked;

    /** Counts one more; those that failed count too, for their sake the others wait as well. */
    void join() {
        members++;
    }

    boolean mayGrow() {
        return members < MOST_MEMBERS && System.nanoTime() - began < LONGEST_NANOS;
    }

    /** Whether a savepoint stands where the newest member began; the first one's beginning is the transaction's. */
    boolean marked() {
        return marked;
    }

    void setMarked() {
        marked = true;
    }

    void committed() {
        end.complete(Optional.empty());
    }

    void failed(SQLException failure) {
        end.complete(Optional.of(failure));
    }

    /** Waits for the commit, also when interrupted: nobody can be told what became of his work before that. */
    Optional<SQLException> await() {
        return end.join();
    }
}
