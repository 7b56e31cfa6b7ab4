package org.parley.capture.internal.intake;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a fuzzer made, read as a request: a first line with the media type, a tab and how the body arrives (a byte; an even
 * one means that its length is known beforehand); then the body.
 *
 * @param bytes the whole input
 * @param start where in it the body starts
 */
record FuzzedBody(String mediaType, byte how, byte[] bytes, int start) {

    static FuzzedBody of(byte[] input) {
        int tab = 0;
        while (tab < input.length && input[tab] != '\t') {
            tab++;
        }
        String mediaType = new String(input, 0, tab, StandardCharsets.ISO_8859_1);
        byte how = tab + 1 < input.length ? input[tab + 1] : 0;
        return new FuzzedBody(mediaType, how, input, Math.min(input.length, tab + 3));
    }

    int length() {
        return bytes.length - start;
    }

    /** The length that a header tells, or -1. */
    long toldLength() {
        return how % 2 == 0 ? length() : -1;
    }

    InputStream stream() {
        return new Drops(bytes, start, how);
    }

    byte[] body() {
        return java.util.Arrays.copyOfRange(bytes, start, bytes.length);
    }
}
