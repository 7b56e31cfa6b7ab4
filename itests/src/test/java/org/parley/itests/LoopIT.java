package org.parley.itests;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole loop on the distribution as it comes, with SQLite. */
class LoopIT extends LoopStory {

    @RegisterExtension
    static final Server SERVER = new Server("--sandbox");

    @Override
    Server server() {
        return SERVER;
    }
}
