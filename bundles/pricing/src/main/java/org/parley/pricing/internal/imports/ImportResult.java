package org.parley.pricing.internal.imports;

import java.util.ArrayList;
import java.util.List;
import org.parley.common.ErrorCode;

/** What became of an import so far: counts, and each line that was not taken. */
public final class ImportResult {

    /**
     * A line that was not taken.
     *
     * @param index its place in the body, from 0
     * @param id    its id, empty if it could not be read
     */
    public record Rejected(long index, String id, ErrorCode code, String field, String detail) {}

    /** How many rejected lines are told one by one; beyond that they are counted. */
    public static final int MAX_TOLD = 10_000;

    private long accepted;
    private long duplicates;
    private long untold;
    private final List<Rejected> rejected = new ArrayList<>();

    void accept() {
        accepted++;
    }

    void duplicate() {
        duplicates++;
    }

    void reject(Rejected line) {
        if (rejected.size() < MAX_TOLD) {
            rejected.add(line);
        } else {
            untold++;
        }
    }

    public long accepted() {
        return accepted;
    }

    public long duplicates() {
        return duplicates;
    }

    public List<Rejected> rejected() {
        return List.copyOf(rejected);
    }

    /** How many were rejected beyond those that are listed. */
    public long rejectedUntold() {
        return untold;
    }

    /** Whether lines came and not one of them was taken. */
    public boolean allRejected() {
        return accepted == 0 && duplicates == 0 && !rejected.isEmpty();
    }
}
