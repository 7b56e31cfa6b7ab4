package org.parley.benchmarks.crash;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.parley.itests.load.LeanAnswer;
import org.parley.itests.load.LeanConnection;

/** A connection that is made again when it is needed after a failure. */
final class LeanClient {

    private final URI root;
    private Optional<LeanConnection> connection = Optional.empty();

    LeanClient(URI root) {
        this.root = root;
    }

    LeanAnswer exchange(byte[] request) throws IOException {
        try {
            LeanConnection open = connection.isPresent() ? connection.get() : new LeanConnection(root);
            connection = Optional.of(open);
            return open.exchange(request);
        } catch (IOException | RuntimeException e) {
            drop();
            throw e instanceof IOException io ? io : new IOException("no HTTP", e);
        }
    }

    void drop() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (IOException e) {
            // It is given up anyway.
        }
        connection = Optional.empty();
    }
}
