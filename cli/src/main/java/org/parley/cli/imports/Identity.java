package org.parley.cli.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two imports the same: the file as it is now, the mapping, and the server (by its address and key). */
final class Identity {

    private static final int SHOWN_BYTES = 12;

    private Identity() {}

    static String of(Path file, String mapping, String server) {
        try {
            Path real = file.toRealPath();
            return digest(String.join("\0", real.toString(), Long.toString(Files.size(real)),
                    Files.getLastModifiedTime(real).toString(), mapping, server));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** A short digest that tells texts apart. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
