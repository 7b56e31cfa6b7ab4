package org.parley.capture.internal.intake;

import java.io.InputStream;
import java.time.Instant;
import org.parley.common.SellerId;

/**
 * What a sender sends.
 *
 * @param now       the seller's present
 * @param mediaType as in {@code Content-Type}
 * @param coding    as in {@code Content-Encoding}; empty if there is none
 * @param length    how many bytes the body has as it is sent, or -1 if nobody knows before it is read
 */
public record Upload(SellerId seller, Instant now, String mediaType, String coding, long length, InputStream body) {

    /** The codings that a body may be packed with. */
    public static final String CODINGS = "gzip, zstd";
}
