package no.ehelse.portfolio.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A request as it goes over the wire, which no client would have to agree to.
 *
 * @param target as it stands in the request line; each character is one byte
 * @param version such as {@code HTTP/1.1}
 * @param headers whole lines; each character is one byte
 * @param body each character is one byte
 * @param framed whether host and length are added where the headers do not say them
 */
record WireRequest(String method, String target, String version, List<String> headers, String body, boolean framed) {

    private static final String END = "\r\n";

    static WireRequest of(String method, String target) {
        return new WireRequest(method, target, "HTTP/1.1", List.of(), "", true);
    }

    WireRequest method(String other) {
        return new WireRequest(other, target, version, headers, body, framed);
    }

    WireRequest target(String other) {
        return new WireRequest(method, other, version, headers, body, framed);
    }

    WireRequest version(String other) {
        return new WireRequest(method, target, other, headers, body, framed);
    }

    WireRequest body(byte[] other) {
        return new WireRequest(method, target, version, headers, new String(other, StandardCharsets.ISO_8859_1),
                framed);
    }

    WireRequest text(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without anything that was not said. */
    WireRequest unframed() {
        return new WireRequest(method, target, version, headers, body, false);
    }

    byte[] bodyBytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean hasBody() {
        return !body.isEmpty();
    }

    /** With one more line among the headers. */
    WireRequest line(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return new WireRequest(method, target, version, more, body, framed);
    }

    WireRequest header(String name, String value) {
        return line(name + ": " + value);
    }

    WireRequest without(String name) {
        return headers(line -> says(line, name) ? "" : line);
    }

    /** In place of what it said before. */
    WireRequest replaced(String name, String value) {
        return without(name).header(name, value);
    }

    private WireRequest headers(UnaryOperator<String> change) {
        return new WireRequest(method, target, version,
                headers.stream().map(change).filter(line -> !line.isEmpty()).toList(), body, framed);
    }

    boolean says(String name) {
        return headers.stream().anyMatch(line -> says(line, name));
    }

    private static boolean says(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }

    /** Everything that is sent. */
    byte[] bytes() {
        StringBuilder head = new StringBuilder(method).append(' ').append(target);
        head.append(version.isEmpty() ? "" : " " + version).append(END);
        if (framed && !says("Host")) {
            head.append("Host: localhost").append(END);
        }
        headers.forEach(line -> head.append(line).append(END));
        if (framed && hasBody() && !says("Content-Length") && !says("Transfer-Encoding")) {
            head.append("Content-Length: ").append(body.length()).append(END);
        }
        return head.append(END).append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
