package org.parley.rest.internal.entrance;

import java.util.List;
import java.util.Set;

/**
 * The few paths that are served without a key. A path is compared as it was sent: one with an escape, a parameter or
 * dots in it is never public, so that nothing can be dressed up as a page.
 */
final class PublicPaths {

    private static final Set<String> EXACT = Set.of("/", "/api/v1/openapi.json", "/favicon.ico");
    private static final List<String> BELOW = List.of("/health/", "/api/v1/health/", "/web/");
    private static final List<String> SUSPICIOUS = List.of("%", ";", "..", "//", "\\");

    private PublicPaths() {}

    static boolean contains(String rawPath) {
        return EXACT.contains(rawPath)
                || BELOW.stream().anyMatch(rawPath::startsWith) && SUSPICIOUS.stream().noneMatch(rawPath::contains);
    }
}
