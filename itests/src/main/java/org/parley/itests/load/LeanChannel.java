package org.parley.itests.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One keep-alive connection of a {@link LoadLoop}: one request at a time, made beforehand. Of an answer it looks at the
 * status and at where it ends, which the server must tell by {@code Content-Length}.
 */
final class LeanChannel {

    private static final int BUFFER = 16 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel socket;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final byte[] head = new byte[BUFFER];
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long since;

    LeanChannel(URI root, Selector selector) throws IOException {
        socket = SocketChannel.open(new InetSocketAddress(root.getHost(), root.getPort()));
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.configureBlocking(false);
        key = socket.register(selector, SelectionKey.OP_READ, this);
    }

    /**
     * Begins to send a request.
     *
     * @param since when it should have been sent, in nanoseconds
     */
    void send(byte[] request, long since) throws IOException {
        this.since = since;
        out = ByteBuffer.wrap(request);
        flush();
    }

    /** Sends what the connection takes of the request. */
    void flush() throws IOException {
        socket.write(out);
        int wanted = out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /** When the request that is answered should have been sent. */
    long since() {
        return since;
    }

    /**
     * Reads what has come.
     *
     * @return the answer's status, or 0 if there is more to come
     */
    int receive() throws IOException {
        if (socket.read(in) < 0) {
            throw new EOFException("the server closed the connection");
        }
        int filled = in.position();
        in.get(0, head, 0, filled);
        int end = endOfHead(filled);
        if (end < 0 || filled < end + length(end)) {
            return 0;
        }
        in.clear();
        return Integer.parseInt(new String(head, STATUS_AT, 3, StandardCharsets.US_ASCII));
    }

    private int endOfHead(int filled) {
        for (int i = 3; i < filled; i++) {
            if (head[i] == '\n' && head[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int length(int end) {
        for (int i = 0; i < end - LENGTH.length; i++) {
            if (head[i] == '\n' && isLength(i + 1)) {
                return number(i + 1 + LENGTH.length);
            }
        }
        throw new IllegalStateException("no Content-Length: " + new String(head, 0, end, StandardCharsets.US_ASCII));
    }

    private boolean isLength(int from) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((head[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        int number = 0;
        for (int i = from; head[i] != '\r'; i++) {
            if (head[i] != ' ') {
                number = number * 10 + head[i] - '0';
            }
        }
        return number;
    }

    void close() throws IOException {
        socket.close();
    }
}
