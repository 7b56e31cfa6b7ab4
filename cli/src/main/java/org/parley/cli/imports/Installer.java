package org.parley.cli.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Consumer;
import org.parley.cli.http.Answer;
import org.parley.cli.http.Call;
import org.parley.cli.http.Server;
import org.parley.cli.mapping.Setup;

/** Makes what a mapping's setup names, unless it is there: what a seller has changed since is never put back. */
final class Installer {

    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = new JsonMapper();

    private final Server server;
    private final Consumer<String> notices;

    Installer(Server server, Consumer<String> notices) {
        this.server = server;
        this.notices = notices;
    }

    void install(Setup setup) {
        for (Setup.Thing thing : setup.things()) {
            Answer found = server.send(Call.get(thing.path()));
            if (found.status() == NOT_FOUND) {
                server.send(Call.json("PUT", thing.path(), json(thing.body()))).orRefused();
                notices.accept("made " + thing.path());
            } else {
                found.orRefused();
            }
        }
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
