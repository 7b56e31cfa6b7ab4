package org.parley.capture.internal.intake;

import java.util.Locale;

/** Media types, without their parameters and in lower case. */
public final class MediaTypes {

    public static final String EVENT = "application/cloudevents+json";
    public static final String BATCH = "application/cloudevents-batch+json";
    public static final String NDJSON = "application/x-ndjson";

    private MediaTypes() {}

    /** The type alone. */
    public static String plain(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a charset is named that is not UTF-8. */
    public static boolean isOtherThanUtf8(String mediaType) {
        String lower = mediaType.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
        int at = lower.indexOf(";charset=");
        return at >= 0 && !lower.startsWith("utf-8", at + ";charset=".length());
    }

    static boolean isOurs(String plain) {
        return plain.equals(EVENT) || plain.equals(BATCH) || plain.equals(NDJSON);
    }

    static boolean isJson(String mediaType) {
        String plain = plain(mediaType);
        return plain.endsWith("/json") || plain.endsWith("+json");
    }
}
