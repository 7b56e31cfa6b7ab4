package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.itests.kit.Api;
import org.parley.itests.load.Events;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;

/** Long uploads over HTTP: the answer that comes while they go on, and bodies that are sent packed. */
@Timeout(120)
class EventUploadIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Server SERVER = new Server();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static URI events() {
        return SERVER.get().root().resolve("/api/v1/events");
    }

    private static HttpRequest.Builder request(String contentType) {
        return HttpRequest.newBuilder(events()).header("Authorization", "Bearer " + SERVER.api().key())
                .header("Content-Type", contentType);
    }

    private HttpResponse<String> sendPacked(String contentType, String coding, byte[] packed) {
        return client.sendAsync(request(contentType).header("Content-Encoding", coding)
                .POST(BodyPublishers.ofByteArray(packed)).build(), BodyHandlers.ofString()).join();
    }

    private static byte[] lines(Events events, int count) {
        return LongStream.range(0, count).mapToObj(events::event).collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pack(String coding, byte[] text) throws IOException {
        if (coding.equals("zstd")) {
            return Zstd.compress(text);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        return packed.toByteArray();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void packedBodiesAreTaken(String coding) throws IOException {
        Events sent = new Events("urn:packed:" + coding, 10);
        assertThat(json(sendPacked(Api.EVENT, coding, pack(coding, sent.event(5000).getBytes(StandardCharsets.UTF_8))).body())
                .path("accepted").asInt()).isEqualTo(1);
        assertThat(json(sendPacked(Api.BATCH, coding, pack(coding, sent.batch(6000, 100))).body()).path("accepted").asInt())
                .isEqualTo(100);
        assertThat(json(sendPacked("application/x-ndjson", coding, pack(coding, lines(sent, 3000))).body()).path("accepted")
                .asInt()).isEqualTo(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBodyThatIsNoWholePackIsRefusedAndOfABatchNothingIsKept(String coding) throws IOException {
        Events sent = new Events("urn:cut:" + coding, 10);
        byte[] packed = pack(coding, sent.batch(0, 100));
        HttpResponse<String> answer = sendPacked(Api.BATCH, coding, Arrays.copyOf(packed, packed.length - 3));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).path("type").asText()).isEqualTo("/problems/malformed-coding");
        assertThat(json(sendPacked(Api.BATCH, coding, packed).body()).path("accepted").asInt()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBombIsTooLarge(String coding) throws IOException {
        HttpResponse<String> answer = sendPacked(Api.BATCH, coding, pack(coding, new byte[100 << 20]));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void anUnknownCodingIsRefusedWithThoseThatAreKnown() {
        HttpResponse<String> answer = sendPacked(Api.BATCH, "br", new byte[] {1, 2, 3});
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip, zstd");
        assertThat(json(answer.body()).path("type").asText()).isEqualTo("/problems/unsupported-coding");
    }

    /** A client that has sent some lines and reads what is told of them before it sends more. */
    @Test
    void theAnswerComesWhileTheUploadGoesOn() throws IOException {
        Events sent = new Events("urn:streamed", 10);
        try (Socket socket = open("Transfer-Encoding: chunked\r\nConnection: close")) {
            BufferedReader told = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            chunk(socket, sent.event(0) + "\n" + sent.event(1) + "\nnonsense\n");
            assertThat(told.readLine()).startsWith("HTTP/1.1 200");
            assertThat(objects(told, "{\"progress\":{\"accepted\":2,\"duplicates\":0,\"rejected\":1}}"))
                    .anyMatch(line -> line.path("rejected").path("index").asInt() == 2);

            chunk(socket, sent.event(1) + "\n" + sent.event(2) + "\n");
            socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            objects(told, "{\"done\":{\"accepted\":3,\"duplicates\":1,\"rejected\":1}}");
        }
    }

    private static Socket open(String bodyHeaders) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(events().getHost(), events().getPort()));
        socket.getOutputStream().write(("POST /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + SERVER.api().key() + "\r\nContent-Type: application/x-ndjson\r\nAccept: application/x-ndjson\r\n"
                + bodyHeaders + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void chunk(Socket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write(new byte[] {'\r', '\n'});
    }

    /** The lines of the answer up to this one; what is not JSON belongs to HTTP. */
    private static List<JsonNode> objects(BufferedReader told, String last) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line = told.readLine(); !last.equals(line); line = told.readLine()) {
            assertThat(line).as("the answer ends before " + last).isNotNull();
            if (line.startsWith("{")) {
                objects.add(json(line));
            }
        }
        return objects;
    }

    @Test
    void allThatIsRejectedIsToldAndAnUploadThatBreaksSaysWhatIsDurable() throws IOException {
        Events sent = new Events("urn:broken", 10);
        byte[] good = lines(sent, 2000);
        byte[] text = ("x\n".repeat(1500) + new String(good, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(pack("gzip", text));
        packed.write("no gzip".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = client.sendAsync(request("application/x-ndjson").header("Content-Encoding", "gzip")
                .header("Accept", "application/x-ndjson").POST(BodyPublishers.ofByteArray(packed.toByteArray())).build(),
                BodyHandlers.ofString()).join();

        List<JsonNode> lines = answer.body().lines().map(EventUploadIT::json).toList();
        assertThat(lines.stream().filter(line -> line.has("rejected"))).hasSize(1500);
        JsonNode problem = lines.get(lines.size() - 1).path("problem");
        assertThat(problem.path("type").asText()).isEqualTo("/problems/malformed-coding");
        int accepted = problem.path("accepted").asInt();
        HttpResponse<String> again = client.sendAsync(request("application/x-ndjson").POST(BodyPublishers.ofByteArray(good))
                .build(), BodyHandlers.ofString()).join();
        assertThat(accepted).isGreaterThanOrEqualTo(1000);
        assertThat(json(again.body()).path("duplicates").asInt()).isEqualTo(accepted);
    }

    /** It never reads, so its own upload stands still once the buffers are full; nobody else notices. */
    @Test
    void clientsThatDoNotReadTheirAnswersHoldUpNobody() throws Exception {
        List<Socket> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                deaf.add(stalled());
            }
            Events sent = new Events("urn:others", 10);
            for (int n = 0; n < 50; n++) {
                SERVER.api().post("/events", Api.EVENT, sent.event(n)).expect(200);
            }
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
        }
    }

    /** A connection that sends rejected lines and reads nothing of what is told of them. */
    private static Socket stalled() throws IOException {
        Socket socket = open("Content-Length: 100000000");
        socket.getOutputStream().write("x\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
