package no.ehelse.portfolio.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends requests byte by byte, and reads what comes back; of one thread. */
final class Wire implements Closeable {

    private static final int PATIENCE_MILLIS = 120_000;
    private static final int CONTINUE = 100;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int RADIX = 16;

    private final int port;
    private @Nullable Socket kept;
    private @Nullable InputStream keptInput;

    Wire(int port) {
        this.port = port;
    }

    /** One request that is framed as it says: its connection may serve the next one. */
    WireAnswer exchange(WireRequest request) throws IOException {
        if (kept != null) {
            try {
                WireAnswer answer = over(kept, request);
                if (answer.status() != 0) {
                    return answer;
                }
            } catch (SocketException closedMeanwhile) {
                // The server ends idle connections, and those that served much: a new one is tried.
            }
            close();
        }
        kept = new Socket("localhost", port);
        keptInput = null;
        return over(kept, request);
    }

    private WireAnswer over(Socket socket, WireRequest request) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        if (keptInput == null) {
            keptInput = new BufferedInputStream(socket.getInputStream());
        }
        send(socket, request);
        WireAnswer answer = read(keptInput, request.method().equals("HEAD"));
        if (answer.status() == 0 || answer.header("connection").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    /** One request on a connection of its own, after which nothing more is said. */
    WireAnswer alone(WireRequest request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            send(socket, request);
            socket.shutdownOutput();
            return read(new BufferedInputStream(socket.getInputStream()), request.method().equals("HEAD"));
        } catch (SocketException closedAtOnce) {
            return WireAnswer.NONE;
        }
    }

    private static void send(Socket socket, WireRequest request) throws IOException {
        socket.getOutputStream().write(request.bytes());
        socket.getOutputStream().flush();
    }

    private static WireAnswer read(InputStream input, boolean withoutBody) throws IOException {
        String line = line(input);
        if (line.isEmpty()) {
            return WireAnswer.NONE;
        }
        if (!line.matches("HTTP/1\\.[01] \\d{3}.*")) {
            // What is asked for in HTTP/0.9 is answered without a head.
            return new WireAnswer(OK, Map.of(), line + latin(input.readAllBytes()));
        }
        int status = Integer.parseInt(line.substring(9, 12));
        Map<String, List<String>> headers = headers(input);
        if (status == CONTINUE) {
            return read(input, withoutBody);
        }
        boolean empty = withoutBody || status == NO_CONTENT || status == NOT_MODIFIED;
        return new WireAnswer(status, headers, empty ? "" : latin(body(input, headers)));
    }

    private static Map<String, List<String>> headers(InputStream input) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(input); !line.isEmpty(); line = line(input)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] body(InputStream input, Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return input.readNBytes(Integer.parseInt(headers.get("content-length").getFirst()));
        }
        if (!headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            return input.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(input); size > 0; size = chunk(input)) {
            body.writeBytes(input.readNBytes(size));
            line(input);
        }
        line(input);
        return body.toByteArray();
    }

    private static int chunk(InputStream input) throws IOException {
        String size = line(input);
        if (size.isEmpty()) {
            throw new SocketException("broken off in the middle of an answer");
        }
        return Integer.parseInt(size, RADIX);
    }

    private static String line(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.close();
        }
        kept = null;
        keptInput = null;
    }
}
