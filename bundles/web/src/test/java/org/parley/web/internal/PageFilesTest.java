package org.parley.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageFilesTest {

    private static final Path PAGES = Path.of("target/classes/org/parley/web/internal/pages");
    private static final Pattern LINK = Pattern.compile("(?:src|href|from|import)[ =]+['\"]([^'\"#]+)['\"]");

    private final PageFiles files = new PageFiles();

    @Test
    void everyFileOfTheBundleIsServedWithItsType() throws IOException {
        try (Stream<Path> all = Files.list(PAGES)) {
            for (Path file : all.toList()) {
                PageFile served = files.at("/" + file.getFileName()).orElseThrow();
                assertThat(served.content()).isEqualTo(Files.readAllBytes(file)).isNotEmpty();
                assertThat(served.contentType()).startsWith(switch (file.toString().replaceAll(".*\\.", "")) {
                    case "html" -> "text/html; charset";
                    case "css" -> "text/css; charset";
                    case "svg" -> "image/svg+xml";
                    default -> "text/javascript; charset";
                });
            }
        }
        assertThat(files.first()).isEqualTo(files.at("/reports.html").orElseThrow());
    }

    @Test
    void whatIsNotThereIsNotServed() {
        assertThat(List.of("/", "/..", "/../PageFiles.class", "/nothing.js", "reports.html")).allSatisfy(path ->
                assertThat(files.at(path)).isEmpty());
    }

    /** The pages work without the rest of the world: what they name is in the bundle. */
    @Test
    void everyLinkLeadsToAFileOfTheBundle() throws IOException {
        Set<String> links = new TreeSet<>();
        try (Stream<Path> all = Files.list(PAGES)) {
            for (Path file : all.filter(one -> !one.endsWith("chart.umd.min.js")).toList()) {
                Matcher link = LINK.matcher(Files.readString(file));
                while (link.find()) {
                    links.add(link.group(1));
                }
            }
        }
        assertThat(links).hasSizeGreaterThan(10).allSatisfy(link -> {
            assertThat(link).startsWith("/web/");
            assertThat(files.at(link.substring("/web".length()))).isPresent();
        });
    }

    /** The content security policy would stop them, and the page would be broken. */
    @Test
    void noScriptAndNoStyleStandsInTheHtml() {
        String html = new String(files.first().content(), StandardCharsets.UTF_8);
        assertThat(html).doesNotContainPattern("<style|style=|<script(?![^>]*src=)|\\son[a-z]+=");
    }
}
