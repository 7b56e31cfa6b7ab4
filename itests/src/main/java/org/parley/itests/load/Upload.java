package org.parley.itests.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/**
 * A request with a body too large to be kept, sent piece by piece. It stops sending when the server answers before it
 * has read everything, as it may do.
 */
public final class Upload {

    private static final int TIMEOUT_MILLIS = 120_000;

    private Upload() {}

    /**
     * Sends the pieces, of which there are {@code count}, in chunked encoding.
     *
     * @return the answer; status 0 if the server closed the connection without one
     */
    public static LeanAnswer post(URI root, String path, String key, String contentType, long count,
            LongFunction<byte[]> pieces) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
                    + "\r\nContent-Type: " + contentType + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            try {
                sendWhileWanted(socket, count, pieces);
            } catch (IOException e) {
                // The server has heard enough; what it said is still there to be read.
            }
            return read(socket);
        }
    }

    private static void sendWhileWanted(Socket socket, long count, LongFunction<byte[]> pieces) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (long i = 0; i < count && socket.getInputStream().available() == 0; i++) {
            byte[] piece = pieces.apply(i);
            out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(piece);
            out.write(new byte[] {'\r', '\n'});
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static LeanAnswer read(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String statusLine = in.readLine();
        if (statusLine == null) {
            return new LeanAnswer(0, new byte[0]);
        }
        StringBuilder rest = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            rest.append(line).append('\n');
        }
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        return new LeanAnswer(status, rest.toString().getBytes(StandardCharsets.UTF_8));
    }
}
