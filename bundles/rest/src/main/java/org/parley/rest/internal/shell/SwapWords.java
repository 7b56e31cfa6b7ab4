package org.parley.rest.internal.shell;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.rest.internal.swap.SwapOrder;

/**
 * Reads the words after {@code parley:swap}. The shell itself takes options before the arguments only, which is not how
 * people write this command.
 */
final class SwapWords {

    private static final Duration USUAL_DRAIN = Duration.ofSeconds(10);

    private Optional<String> module = Optional.empty();
    private Optional<String> version = Optional.empty();
    private Optional<String> from = Optional.empty();
    private Duration drain = USUAL_DRAIN;
    private boolean force;

    private SwapWords() {}

    static SwapOrder order(List<String> words) {
        SwapWords read = new SwapWords();
        for (Iterator<String> rest = words.iterator(); rest.hasNext();) {
            read.take(rest.next(), rest);
        }
        return new SwapOrder(read.module.orElseThrow(() -> wrong("which module?")), read.version, read.from, read.drain, read.force);
    }

    private void take(String word, Iterator<String> rest) {
        switch (word) {
            case "--force" -> force = true;
            case "--from" -> from = Optional.of(value(word, rest));
            case "--drain" -> drain = seconds(value(word, rest));
            default -> name(word);
        }
    }

    private void name(String word) {
        if (word.startsWith("-") || version.isPresent()) {
            throw wrong("'" + word + "' is one too many; write MODULE [VERSION] [--from ADDRESS] [--drain SECONDS] [--force]");
        }
        if (module.isEmpty()) {
            module = Optional.of(word);
        } else {
            version = Optional.of(word);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw wrong(option + " wants a value");
        }
        return rest.next();
    }

    private static Duration seconds(String value) {
        if (!value.matches("\\d{1,4}")) {
            throw wrong("--drain wants whole seconds, not '" + value + "'");
        }
        return Duration.ofSeconds(Long.parseLong(value));
    }

    private static InvalidInput wrong(String detail) {
        return new InvalidInput(ErrorCode.INVALID_INPUT, "", detail);
    }
}
