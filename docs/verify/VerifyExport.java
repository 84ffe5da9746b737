import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks an export of the portfolio's log against digests that were published, without trusting whoever made it.
 *
 * <pre>java VerifyExport.java export.ndjson [digest ...]</pre>
 *
 * It needs a JDK from version 21 on and nothing else. What it computes is defined in README.md beside it. It ends with
 * status 0 if everything fits, 1 if something does not, 2 if it could not be used.
 */
final class VerifyExport {

    private static final String PUBLISHED = "no.ehelse.portfolio.round.RoundEvent$RoundPublished";
    private static final String FIRST = "0".repeat(64);
    private static final Comparator<String> BY_UTF_8 = (one, other) -> Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final Map<String, Head> heads = new TreeMap<>(BY_UTF_8);
    private final Set<String> identifiers = new HashSet<>();
    private final Map<String, String> witnesses = new LinkedHashMap<>();
    private final Map<String, String> reports = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();
    private long events;
    private long displacement;
    private long lastTimestamp = Long.MIN_VALUE;

    /** The end of an aggregate's chain. */
    private record Head(long sequence, String hash) {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("Usage: java VerifyExport.java export.ndjson [digest ...]");
            System.exit(2);
        }
        Set<String> digests = new LinkedHashSet<>();
        for (String digest : Arrays.asList(arguments).subList(1, arguments.length)) {
            digests.add(digest.strip().toLowerCase(Locale.ROOT));
        }
        if (!digests.stream().allMatch(digest -> digest.matches("[0-9a-f]{64}"))) {
            System.err.println("A digest has 64 hexadecimal digits.");
            System.exit(2);
        }
        try {
            VerifyExport verification = new VerifyExport();
            verification.read(Path.of(arguments[0]));
            System.exit(verification.report(digests) ? 0 : 1);
        } catch (IOException e) {
            System.err.println("The export cannot be read: " + e);
            System.exit(2);
        }
    }

    private void read(Path export) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(export),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)))) {
            long number = 0;
            for (String line = nextLine(lines); line != null; line = nextLine(lines)) {
                number++;
                try {
                    event(Json.object(line));
                } catch (Malformed e) {
                    findings.add("line " + number + " is no event: " + e.getMessage());
                }
            }
        }
    }

    /** Up to a line feed, and to nothing else; null at the end. */
    private static String nextLine(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = reader.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private void event(Map<String, Object> event) throws Malformed {
        events++;
        String aggregate = text(event, "aggregate");
        String name = aggregate + " #" + whole(event, "sequence") + " (" + text(event, "event") + ")";
        if (!identifiers.add(text(event, "event"))) {
            findings.add(name + ": an event of that identifier stands before it");
        }
        if (text(event, "type").equals(PUBLISHED)) {
            publication(event, name);
        }
        long sequence = whole(event, "sequence");
        Head head = heads.get(aggregate);
        long expected = head == null ? 0 : head.sequence() + 1;
        if (sequence > expected) {
            findings.add(name + ": " + (sequence - expected) + " missing before it in its aggregate, from #" + expected);
        } else if (sequence < expected) {
            findings.add(name + ": stands behind #" + (expected - 1) + " of its aggregate");
        }
        Long place = place(event);
        if (place != null && place - events != displacement) {
            findings.add(name + ": was sealed at place " + place + ", and stands where place " + (events + displacement)
                    + " would be");
            displacement = place - events;
        }
        if (event.get("timestamp") instanceof Long timestamp) {
            if (timestamp < lastTimestamp) {
                findings.add(name + ": was recorded before the event that stands before it");
            }
            lastTimestamp = Math.max(lastTimestamp, timestamp);
        }
        heads.put(aggregate, new Head(sequence, sha256((head == null ? FIRST : head.hash()) + "\n" + canonical(event))));
    }

    /** The place that an event's seal names; null: there is no seal. That the seal is genuine, only its key can tell. */
    private static Long place(Map<String, Object> event) {
        if (event.get("metadata") instanceof String metadata) {
            try {
                if (Json.object(metadata).get("seal") instanceof String seal) {
                    String[] parts = seal.split(":", -1);
                    return parts.length == 3 && parts[1].matches("[1-9]\\d{0,17}") ? Long.valueOf(parts[1]) : null;
                }
            } catch (Malformed e) {
                return null; // such metadata goes into the canonical form as the text that it is
            }
        }
        return null;
    }

    private void publication(Map<String, Object> event, String name) throws Malformed {
        String computed = digest();
        String edition = name;
        String witness = null;
        try {
            Map<String, Object> payload = Json.object(text(event, "payload"));
            edition = "round " + payload.get("round") + ", edition " + payload.get("edition");
            if ("1".equals(event.get("revision")) || payload.containsKey("witness") && payload.get("witness") == null) {
                System.out.println(edition + ": published before witnesses were taken");
                return;
            }
            if (payload.get("witness") instanceof Map<?, ?> said && said.get("log") instanceof String log) {
                witness = log;
                if (said.get("report") instanceof String report) {
                    reports.put(report, edition);
                }
            }
        } catch (Malformed e) {
            findings.add(name + ": its payload is not JSON: " + e.getMessage());
        }
        System.out.println(edition + ": witness " + witness + ", computed " + computed);
        if (computed.equals(witness)) {
            witnesses.put(witness, edition);
        } else {
            findings.add(edition + ": the log before it is not the one that was published");
        }
    }

    private boolean report(Set<String> digests) {
        if (events == 0) {
            findings.add("the export has no event");
        }
        System.out.println(events + " events of " + heads.size() + " aggregates, heads " + digest());
        for (String digest : digests) {
            if (witnesses.containsKey(digest)) {
                System.out.println("published " + digest + ": is that of " + witnesses.get(digest));
            } else if (reports.containsKey(digest)) {
                System.out.println("published " + digest + ": is that of the report of " + reports.get(digest)
                        + "; it does not witness the log, give the edition's log digest too");
            } else if (digest.equals(digest())) {
                System.out.println("published " + digest + ": is that of the whole export");
            } else {
                findings.add("published " + digest + ": no edition in this export bears it");
            }
        }
        findings.forEach(finding -> System.out.println("WRONG " + finding));
        System.out.println(findings.isEmpty() ? "OK" : "NOT OK: " + findings.size());
        return findings.isEmpty();
    }

    private String digest() {
        StringBuilder lines = new StringBuilder();
        heads.forEach((aggregate, head) -> lines.append(escaped(aggregate)).append(' ').append(head.sequence())
                .append(' ').append(head.hash()).append('\n'));
        return sha256(lines.toString());
    }

    private static String canonical(Map<String, Object> event) throws Malformed {
        StringBuilder form = new StringBuilder();
        line(form, "event", text(event, "event"));
        line(form, "aggregate", text(event, "aggregate"));
        line(form, "sequence", Long.toString(whole(event, "sequence")));
        line(form, "type", text(event, "type"));
        if (event.get("revision") == null) {
            form.append("revision\n");
        } else {
            line(form, "revision", text(event, "revision"));
        }
        if (event.get("timestamp") instanceof Long milliseconds) {
            line(form, "timestamp", milliseconds.toString());
        } else {
            line(form, "timestamp-text", text(event, "timestamp"));
        }
        if (event.containsKey("payloadBase64")) {
            line(form, "payload-base64", text(event, "payloadBase64"));
        } else {
            line(form, "payload", text(event, "payload"));
        }
        metadata(form, event);
        return form.toString();
    }

    private static void metadata(StringBuilder form, Map<String, Object> event) throws Malformed {
        if (event.containsKey("metadataBase64")) {
            line(form, "metadata-base64", text(event, "metadataBase64"));
            return;
        }
        if (event.get("metadata") == null) {
            return;
        }
        String stored = text(event, "metadata");
        Map<String, String> pairs = new TreeMap<>(BY_UTF_8);
        try {
            for (Map.Entry<String, Object> pair : Json.object(stored).entrySet()) {
                if (!(pair.getValue() instanceof String value) || !isUnicode(pair.getKey()) || !isUnicode(value)) {
                    throw new Malformed("a value is no text");
                }
                pairs.put(pair.getKey(), value);
            }
        } catch (Malformed e) {
            line(form, "metadata-text", stored);
            return;
        }
        pairs.remove("seal");
        pairs.forEach((key, value) -> {
            line(form, "key", key);
            line(form, "value", value);
        });
    }

    private static void line(StringBuilder form, String name, String value) {
        form.append(name).append(' ').append(escaped(value)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String text(Map<String, Object> object, String member) throws Malformed {
        if (object.get(member) instanceof String text && isUnicode(text)) {
            return text;
        }
        throw new Malformed(member + " is no text");
    }

    private static long whole(Map<String, Object> object, String member) throws Malformed {
        if (object.get(member) instanceof Long number) {
            return number;
        }
        throw new Malformed(member + " is no whole number");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Something is not what it should be. */
    private static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * A reader of JSON (RFC 8259) that takes nothing else. Objects are maps, whose names are distinct; arrays are lists;
     * whole numbers are {@code Long}, where they fit, and all others their text in a {@code StringBuilder}, so that they
     * are no strings.
     */
    private static final class Json {

        private static final int DEEPEST = 500;

        private final String text;
        private int at;
        private int depth;

        private Json(String text) {
            this.text = text;
        }

        /** The one object that a text is. */
        static Map<String, Object> object(String text) throws Malformed {
            Json json = new Json(text);
            json.space();
            if (json.at == text.length() || text.charAt(json.at) != '{') {
                throw new Malformed("it is no JSON object");
            }
            Map<String, Object> object = json.members();
            json.space();
            if (json.at < text.length()) {
                throw json.wrong("something follows the object");
            }
            return object;
        }

        private Object value() throws Malformed {
            space();
            char first = peek();
            return switch (first) {
                case '{' -> members();
                case '[' -> items();
                case '"' -> string();
                case 't' -> word("true", Boolean.TRUE);
                case 'f' -> word("false", Boolean.FALSE);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Map<String, Object> members() throws Malformed {
            Map<String, Object> members = new LinkedHashMap<>();
            open();
            space();
            if (peek() == '}') {
                return close(members);
            }
            while (true) {
                space();
                String name = string();
                space();
                expect(':');
                if (members.containsKey(name)) {
                    throw wrong("the name " + name + " is there twice");
                }
                members.put(name, value());
                space();
                if (peek() == '}') {
                    return close(members);
                }
                expect(',');
            }
        }

        private List<Object> items() throws Malformed {
            List<Object> items = new ArrayList<>();
            open();
            space();
            if (peek() == ']') {
                return close(items);
            }
            while (true) {
                items.add(value());
                space();
                if (peek() == ']') {
                    return close(items);
                }
                expect(',');
            }
        }

        private void open() throws Malformed {
            at++;
            depth++;
            if (depth > DEEPEST) {
                throw wrong("too deep");
            }
        }

        private <T> T close(T whole) {
            at++;
            depth--;
            return whole;
        }

        private String string() throws Malformed {
            expect('"');
            StringBuilder string = new StringBuilder();
            while (true) {
                char next = peek();
                at++;
                if (next == '"') {
                    return string.toString();
                }
                if (next < ' ') {
                    throw wrong("a control character in a text");
                }
                string.append(next == '\\' ? escape() : next);
            }
        }

        private char escape() throws Malformed {
            char escaped = peek();
            at++;
            return switch (escaped) {
                case '"', '\\', '/' -> escaped;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> unicode();
                default -> throw wrong("an unknown escape");
            };
        }

        private char unicode() throws Malformed {
            String digits = text.substring(at, Math.min(at + 4, text.length()));
            if (!digits.matches("[0-9a-fA-F]{4}")) {
                throw wrong("an escape without four hexadecimal digits");
            }
            at += 4;
            return (char) Integer.parseInt(digits, 16);
        }

        private Object number() throws Malformed {
            int from = at;
            while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String number = text.substring(from, at);
            if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                throw wrong("neither a value nor a number");
            }
            return number.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(number) : new StringBuilder(number);
        }

        private Object word(String word, Object value) throws Malformed {
            if (!text.startsWith(word, at)) {
                throw wrong("an unknown word");
            }
            at += word.length();
            return value;
        }

        private char peek() throws Malformed {
            if (at >= text.length()) {
                throw wrong("it ends too early");
            }
            return text.charAt(at);
        }

        private void expect(char expected) throws Malformed {
            if (peek() != expected) {
                throw wrong(expected + " is missing");
            }
            at++;
        }

        private void space() {
            while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private Malformed wrong(String what) {
            return new Malformed(what + " at character " + at);
        }
    }
}
