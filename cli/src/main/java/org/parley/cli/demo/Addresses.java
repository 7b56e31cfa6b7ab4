package org.parley.cli.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where to look once the demo has run. The key stands in the fragment of the page's address, which is never sent. */
record Addresses(URI server, String key, Optional<Path> data) {

    String text() {
        String keyFile = data.map(folder -> folder.toAbsolutePath().normalize().resolve("admin-key").toString())
                .orElse("KEY-FILE");
        return """

                Open in a browser (the key is behind the #, so it is never sent to a server or written to a log):
                  %1$s/#key=%2$s

                Or ask the API:
                  curl -H "Authorization: Bearer $(cat '%3$s')" %1$s/api/v1/customers/reader-001/scores
                  curl -H "Authorization: Bearer $(cat '%3$s')" -H 'Accept: text/csv' %1$s/api/v1/reports/price-distribution
                  curl -H "Authorization: Bearer $(cat '%3$s')" '%1$s/api/v1/events?customer=reader-001&limit=5'
                """.formatted(server, key, keyFile);
    }
}
