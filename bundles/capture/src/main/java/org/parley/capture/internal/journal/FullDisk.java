package org.parley.capture.internal.journal;

import org.parley.common.Fault;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the database says when there is no room. It then takes no writes, looks every few seconds whether there is room
 * again, and goes on by itself.
 */
final class FullDisk {

    private static final Logger LOG = LoggerFactory.getLogger(FullDisk.class);

    private FullDisk() {}

    static boolean isMeant(RocksDBException failure) {
        Status status = failure.getStatus();
        return status != null && status.getSubCode() == Status.SubCode.NoSpace;
    }

    /** What senders are told: nothing of theirs was taken, and it may be later. */
    static Fault unavailable(RocksDBException failure) {
        LOG.warn("the journal takes no events: {}", failure.getMessage());
        return Fault.unavailable("the server's disk is full and nothing was taken; try again when there is room");
    }
}
