package org.parley.capture.internal.journal;

/** A key and its value in an index that is derived from the journal. */
record IndexEntry(byte[] key, byte[] value) {}
