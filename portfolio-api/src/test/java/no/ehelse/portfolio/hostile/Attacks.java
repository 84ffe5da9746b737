package no.ehelse.portfolio.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;

/** Spoils requests: the address, the query, the headers, the body, the way they are framed. */
final class Attacks {

    private static final List<String> PATHS = List.of("/", "//", "/.", "/..", "/../", "/..;/", ";jsessionid=1", ";a=b",
            "/%2e%2e/", "%2f", "%2F..%2F", "%5c", "\\", "%00", "%0d%0aSet-Cookie:a=b", "%c0%ae", "%25", "%", "%zz",
            "%u0041",
            ".json", ".css", "~", "*", "{", "|", "\"", "<", "#", "\u00C3\u00B8", "%ED%A0%80", "%F0%9F%98%80",
            "%E2%80%AE",
            "/actuator", "/..%2factuator/env", "?", "??", "/swagger-ui", "/error");
    private static final List<String> TYPES =
            List.of("", "application/json;charset=utf-16", "application/json;charset=x",
                    "application/json;charset=\"", "application/json; charset=ISO-8859-1", "application/xml",
                    "text/plain", "a/b/c",
                    "*/*", "application/*", "application/json, text/csv", "application/x-www-form-urlencoded",
                    "multipart/form-data", "multipart/form-data; boundary=x", "text/csv", "text/csv;charset=utf-16",
                    "application/json",
                    "application/x-java-serialized-object", "application/problem+json", "application/json;q=0.1",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "\u0000",
                    "application/json;a=" + "a".repeat(900));
    private static final List<String> ACCEPTS = List.of("", "*/*", "text/html", "application/xml", "a", ",,,", "*/json",
            "application/json;q=2", "application/json;q=0", "application/json;q=NaN", "application/json;charset=utf-16",
            "text/csv", "text/csv;q=0.5, application/json;q=0.4", "application/problem+json", "a/b,".repeat(60) + "*/*",
            "application/json;" + "a=b;".repeat(200), "image/png, */*;q=0", "text/event-stream",
            "application/x-ndjson");
    private static final List<String> TAGS =
            List.of("", "*", "\"0\"", "\"3\"", "3", "W/\"3\"", "\"3\", \"4\"", "\"", "\"\"",
                    "\"-1\"", "\"9223372036854775807\"", "\"99999999999999999999\"", "\"a b\"", "\"\u00C3\u00B8\"",
                    "\"x\"*", "**");
    private static final List<String> OTHERS = List.of("X-HTTP-Method-Override: DELETE",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-For: 127.0.0.1, \u0001", "Forwarded: host=evil.example", "X-Original-URL: /actuator",
            "X-Rewrite-URL: /actuator/env", "Origin: https://evil.example", "Origin: null",
            "Sec-Fetch-Site: cross-site",
            "Referer: " + "a".repeat(3000), "Range: bytes=0-1", "Range: bytes=9999999999999999999-",
            "Expect: 100-continue",
            "Expect: 200-maybe", "Content-Encoding: gzip", "Content-Encoding: identity", "Content-Encoding: br, gzip",
            "Accept-Encoding: gzip;q=x", "Accept-Language: " + "x,".repeat(300), "Accept-Charset: utf-7",
            "Cookie: JSESSIONID=" + "a".repeat(500), "Cookie: a=\"", "If-Modified-Since: never", "If-None-Match: *",
            "If-None-Match: \"x\", W/", "If-Unmodified-Since: 0", "Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings",
            "TE: trailers", "Content-Language: \u00E6", "Content-Disposition: form-data; name=\"", "Prefer: wait=x",
            "Content-MD5: x", "Host: evil.example", "Host: [::1", "Host:", "Host: a, b", "Last-Event-ID: \u00FF",
            "Access-Control-Request-Method: POST", "X-Request-ID-2: a", "Max-Forwards: -1", "Date: x", "Via: 1.1 a");
    private static final List<String> METHODS = List.of("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT",
            "PROPFIND", "MKCOL", "LOCK", "FOO", "get", "Post", "GETS", "G\u00C3T", "A".repeat(300), "GET", "POST");
    private static final List<String> LINES = List.of("Transfer-Encoding: chunked", "Transfer-Encoding: xchunked",
            "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity", "Transfer-Encoding : chunked",
            "Transfer-Encoding: chunked, chunked", "Content-Length: 1", "Content-Length: 100000", "Content-Length: -1",
            "Content-Length: 99999999999999999999", "Content-Length: 0x10", "Content-Length: 3, 4", "Content-Length:",
            "nocolon", ": noname", "X-A : space", "X-B: a\u0000b", "X-C: a\rb", " X-D: folded", "X-E\u00E6: a",
            "Host: a b",
            "Host: second", "X-F: " + "a".repeat(20_000), "Connection: close", "Connection: \u0000", "\tX: y");

    private final RandomGenerator random;
    private final JsonDamage json;
    private final FileDamage files;

    Attacks(RandomGenerator random) {
        this.random = random;
        json = new JsonDamage(random);
        files = new FileDamage(random);
    }

    /**
     * A request that is worse, and what was done to it.
     *
     * @param alone whether what comes after it on a connection cannot be told from it
     */
    record Attack(WireRequest request, String kind, boolean alone) {}

    Attack on(WireRequest request) {
        boolean hasBody = request.hasBody();
        int kind = random.nextInt(hasBody ? 100 : 45);
        if (kind < 8) {
            return new Attack(path(request), "path", false);
        }
        if (kind < 25) {
            return new Attack(query(request), "query", false);
        }
        if (kind < 36) {
            return new Attack(header(request), "header", false);
        }
        if (kind < 41) {
            return new Attack(request.method(HostileValues.of(random, METHODS)), "method", true);
        }
        if (kind < 45) {
            return new Attack(framing(request), "framing", true);
        }
        if (kind < 70) {
            return new Attack(values(request), "values", false);
        }
        if (kind < 85) {
            return new Attack(texts(request), "texts", false);
        }
        return kind < 97 ? new Attack(request.body(json.ofBytes(request.bodyBytes())), "bytes", false)
                : new Attack(request, "nothing", false);
    }

    private WireRequest path(WireRequest request) {
        String[] parts = request.target().split("\\?", 2);
        String more = parts.length > 1 ? "?" + parts[1] : "";
        String path = parts[0];
        String odd = HostileValues.of(random, PATHS);
        int slash = path.lastIndexOf('/');
        return request.target(switch (random.nextInt(6)) {
            case 0 -> path + odd + more;
            case 1 -> path.substring(0, slash) + odd + path.substring(slash) + more;
            case 2 -> path.substring(0, slash + 1) + encoded(HostileValues.text(random)) + more;
            case 3 -> path.replaceFirst("/(\\d+|20\\d\\d-\\d\\d)(?=/|$)",
                    "/" + Matcher.quoteReplacement(encoded(HostileValues.text(random)))) + more;
            case 4 -> path.toUpperCase(Locale.ROOT) + more;
            default -> (random.nextBoolean() ? "http://evil.example" : odd) + path + more;
        });
    }

    private WireRequest query(WireRequest request) {
        String target = request.target();
        String join = target.contains("?") ? "&" : "?";
        String text = encoded(HostileValues.text(random));
        return request.target(switch (random.nextInt(9)) {
            case 0 -> target + join + text + "=1";
            case 1 -> target + join + target.replaceAll(".*\\?", "").replaceAll("&.*", "");
            case 2 -> target.replaceFirst("=[^&]*", "=" + Matcher.quoteReplacement(text));
            case 3 -> target + join + name() + "[]=" + text;
            case 4 -> target + join + name() + "=" + HostileValues.of(random, PATHS).replace("#", "").replace("?", "");
            case 5 -> target + join + (name() + "=1&").repeat(random.nextInt(300));
            case 6 -> target + join + name() + "=" + "a".repeat(random.nextInt(10_000));
            case 7 -> target + join + "&&==&=a&%3D=%26&" + name();
            default -> target + join + name() + "=" + text;
        });
    }

    private String name() {
        return HostileValues.of(random,
                List.of("at", "round", "knownAt", "published", "edition", "minPosition", "status",
                        "segment", "organisation", "focusArea", "activity", "by", "sort", "format", "q", "step", "from",
                        "to", "after",
                        "limit", "dryRun", "correction", "comment", "fromKnownAt", "toKnownAt"));
    }

    private WireRequest header(WireRequest request) {
        return switch (random.nextInt(9)) {
            case 0 -> request.replaced("Content-Type", HostileValues.of(random, TYPES));
            case 1 -> request.replaced("Accept", HostileValues.of(random, ACCEPTS));
            case 2 -> request.replaced("If-Match", HostileValues.of(random, TAGS));
            case 3 -> request.replaced("Idempotency-Key", bytes(HostileValues.text(random)));
            case 4 -> request.replaced("Portfolio-Source", bytes(HostileValues.text(random)));
            case 5 -> request.header("Idempotency-Key", "a").header("Idempotency-Key", "b");
            case 6 -> request.replaced("If-None-Match", HostileValues.of(random, TAGS));
            default -> request.line(HostileValues.of(random, OTHERS));
        };
    }

    private WireRequest values(WireRequest request) {
        if (request.headers().contains("Content-Type: application/json")) {
            return request.body(json.ofValues(request.bodyBytes()));
        }
        return request.body(request.headers().contains("Content-Type: text/csv") ? files.ofCsv(request.bodyBytes())
                : files.ofWorkbook(request.bodyBytes()));
    }

    private WireRequest texts(WireRequest request) {
        return request.headers().contains("Content-Type: application/json")
                ? request.body(json.ofTexts(request.bodyBytes()))
                : values(request);
    }

    private WireRequest framing(WireRequest request) {
        return switch (random.nextInt(8)) {
            case 0 ->
                request.version(HostileValues.of(random, List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "", "HTP/1.1",
                        "http/1.1", "HTTP/1.1 x")));
            case 1 -> request.unframed();
            case 2 -> request.header("Transfer-Encoding", "chunked")
                    .text(HostileValues.of(random, List.of("zz\r\n{}\r\n",
                            "2\r\n{}\r\n0\r\n\r\n", "2\r\n{}", "-1\r\n", "FFFFFFFFFF\r\n{}\r\n",
                            "2;a=b\r\n{}\r\n0\r\nX: y\r\n\r\n",
                            "2\r\n{}x\r\n0\r\n\r\n", "")));
            case 3 -> {
                WireRequest many = request;
                for (int more = 0; more < 120; more++) {
                    many = many.header("X-" + more, "a");
                }
                yield many;
            }
            case 4 ->
                request.header("Content-Length", String.valueOf(request.body().length() + 1 + random.nextInt(50)));
            case 5 -> request.header("Content-Length", String.valueOf(random.nextInt(request.body().length() + 1)));
            default -> request.line(HostileValues.of(random, LINES));
        };
    }

    /** As UTF-8 in a header, each byte a character. */
    private static String bytes(String text) {
        String oneLine = text.replace("\r", "").replace("\n", "");
        return new String(oneLine.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** In an address: percent-encoded, rarely twice, or as it is. */
    private String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = next > ' ' && Character.isLetterOrDigit((char) next);
            encoded.append(plain ? String.valueOf((char) next) : String.format("%%%02X", next & 0xFF));
        }
        return random.nextInt(8) == 0 ? encoded.toString().replace("%", "%25") : encoded.toString();
    }
}
