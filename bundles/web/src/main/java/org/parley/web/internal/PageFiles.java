package org.parley.web.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** All files of the pages, by their path below {@code /web}. A path that is not listed here is not served. */
@Component(service = PageFiles.class)
public final class PageFiles {

    private static final String FIRST = "reports.html";
    private static final List<String> NAMES = List.of(FIRST, "page.css", "icon.svg", "app.js", "api.js", "format.js",
            "theme.js", "card.js", "revenue.js", "distribution.js", "standing.js", "cohorts.js", "chart.umd.min.js");

    private final Map<String, PageFile> files = new TreeMap<>();

    @Activate
    public PageFiles() {
        NAMES.forEach(name -> files.put("/" + name, PageFile.load(name)));
    }

    /** The file at this path below {@code /web}. */
    Optional<PageFile> at(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The page that {@code /} shows. */
    PageFile first() {
        return files.get("/" + FIRST);
    }
}
