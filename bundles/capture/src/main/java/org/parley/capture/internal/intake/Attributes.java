package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.rules.Faults;
import org.parley.capture.internal.rules.Skip;
import org.parley.capture.internal.rules.Where;
import org.parley.common.ErrorCode;

/** The attributes of one event while it is read, each checked by itself. */
final class Attributes {

    static final String DATA = "data";

    /** Members that are added to an event when it is told, so an event cannot bring its own. */
    private static final Set<String> OURS = Set.of("state", "reason");
    private static final int MAX_TEXT = 1024;

    private final Faults faults;
    private final Set<String> seen = new HashSet<>(16);
    private @Nullable String version;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;

    Attributes(Faults faults) {
        this.faults = faults;
    }

    Optional<String> version() {
        return Optional.ofNullable(version);
    }

    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    Optional<String> source() {
        return Optional.ofNullable(source);
    }

    Optional<String> type() {
        return Optional.ofNullable(type);
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    Optional<String> time() {
        return Optional.ofNullable(time);
    }

    /** Notes that a member is there; twice is a fault, for nobody knows which of the two is meant. */
    void seen(String name) {
        if (!seen.add(name)) {
            faults.add(name, "'" + shown(name) + "' is there twice");
        }
    }

    /** Reads the member the parser stands at the value of; {@code data} is read elsewhere. */
    void read(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "specversion" -> version = text(name, parser);
            case "id" -> id = text(name, parser);
            case "source" -> source = text(name, parser);
            case "type" -> type = text(name, parser);
            case "subject" -> subject = text(name, parser);
            case "time" -> time = text(name, parser);
            case "datacontenttype" -> contentType(text(name, parser));
            case "dataschema" -> text(name, parser);
            case "data_base64" -> refuse(name, parser, "an event's data is a JSON object in 'data'");
            default -> extension(name, parser);
        }
    }

    private @Nullable String text(String name, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            refuse(name, parser, "'" + name + "' must be a string");
            return null;
        }
        if (parser.getTextLength() > MAX_TEXT) {
            faults.add(name, "'" + name + "' has at most " + MAX_TEXT + " characters");
            return null;
        }
        String text = parser.getText();
        if (Utf8.hasHalfPair(text)) {
            faults.add(name, "'" + name + "' has half of a surrogate pair, which is no character");
            return null;
        }
        return text;
    }

    private void contentType(@Nullable String value) {
        if (value != null && !value.equals("application/json") && !MediaTypes.isJson(value)) {
            faults.add("datacontenttype", "'datacontenttype' must be application/json: data is a JSON object");
        }
    }

    private void extension(String name, JsonParser parser) throws IOException {
        if (OURS.contains(name)) {
            refuse(name, parser, "'" + name + "' is told by the server and cannot be sent");
        } else if (!isExtension(name)) {
            refuse(shown(name), parser, "'" + shown(name) + "' is no CloudEvents attribute: their names have only "
                    + "a-z and 0-9, and what is specific to a type belongs into 'data'");
        } else if (parser.currentToken().isStructStart()) {
            refuse(name, parser, "'" + name + "' must be a string, a number or true or false");
        } else {
            Skip.value(parser, Where.attribute(name), faults);
        }
    }

    private void refuse(String name, JsonParser parser, String detail) throws IOException {
        faults.add(ErrorCode.INVALID_EVENT, name, detail);
        Skip.value(parser, Where.attribute(name), faults);
    }

    private static boolean isExtension(String name) {
        return !name.isEmpty() && name.length() <= 64
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    }

    private static String shown(String name) {
        return name.length() > 64 ? name.substring(0, 64) + "…" : name;
    }
}
