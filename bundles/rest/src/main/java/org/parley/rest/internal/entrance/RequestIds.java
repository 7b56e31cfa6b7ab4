package org.parley.rest.internal.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.parley.common.UuidV7;

/** Gives each request an id: the one it brings, if it is a harmless one, or a new one. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,80}");

    /** An id need not be hard to guess, only its own; a secure generator would cost more than all else of an id. */
    private final UuidV7 ids = new UuidV7(System::currentTimeMillis, new SplittableRandom(new SecureRandom().nextLong()));

    String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER))
                .filter(id -> HARMLESS.matcher(id).matches())
                .orElseGet(() -> ids.next().toString());
    }
}
