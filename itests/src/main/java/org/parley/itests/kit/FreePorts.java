package org.parley.itests.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody listens on, below those that systems give to outgoing connections: a client that knocks at such a
 * port while its server is away can otherwise be given that very port, and be connected to itself.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int BEYOND = 30_000;

    private FreePorts() {}

    /** A port of the loopback address that was free a moment ago. */
    public static int next() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
