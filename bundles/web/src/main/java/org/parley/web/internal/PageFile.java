package org.parley.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the pages.
 *
 * @param contentType with its charset
 * @param tag         changes when the content does
 * @param content     its bytes; never changed
 */
record PageFile(String contentType, String tag, byte[] content) {

    private static final int TAG_BYTES = 12;

    static PageFile load(String name) {
        try (InputStream in = PageFile.class.getResourceAsStream("pages/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks its page file " + name);
            }
            byte[] content = in.readAllBytes();
            return new PageFile(contentType(name), tag(content), content);
        } catch (IOException e) {
            throw new UncheckedIOException("the page file " + name + " cannot be read", e);
        }
    }

    private static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no content type is known for " + name);
        };
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
