package org.parley.seller.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Makes and hashes the secrets of keys. A secret has 256 random bits, so one round of SHA-256 is enough: a slow hash
 * protects secrets that people choose and that can be guessed, and would only slow every request down here. Looking a
 * hash up needs no constant time either: how long it takes tells something about the hash, and nothing about a secret.
 */
final class Secrets {

    /** What every secret begins with, so that people and scanners recognise one that leaked. */
    static final String PREFIX = "parley_";

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
