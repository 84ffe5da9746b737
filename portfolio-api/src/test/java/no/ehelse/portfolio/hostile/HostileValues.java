package no.ehelse.portfolio.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/** What somebody may send in the place of a value, each for a reason. */
final class HostileValues {

    /** Texts, also as parts of addresses and headers. */
    private static final List<String> TEXTS = List.of("", " ", "\u00A0", "null", "undefined", "true", "NaN",
            "-Infinity",
            "1e999", "0x41", "-1", "0", "1", "2147483648", "9223372036854775808", "\u0663", "\uFF11", "1,5", "1.5",
            // Days and instants that there are not.
            "2020-02-30", "2021-02-29", "99999-01-01", "+12020-01-01", "-0001-01-01", "0000-00-00", "9999-12-31",
            "2020-10-09T00:00:00Z", "2020-10-09T24:00:00Z", "2020-10-09T12:00:60+25:00", "2020-W41-5", "2020-13",
            "0000-01", "9999-12", "round:", "round:2020-13", "round:\u0000", "2020-10-09\n",
            "+999999999-12-31T00:00:00Z",
            // What other programs run.
            "'; DROP TABLE tiltak; --", "' OR '1'='1", "\") UNION ALL (1", "1; SHUTDOWN", "{{7*7}}", "${7*7}", "#{7*7}",
            "${jndi:ldap://127.0.0.1/a}", "<script>alert(1)</script>", "<%= 7*7 %>", "=1+1", "@SUM(A1)", "\t=1",
            "%s%n%d", "$(id)", "`id`", "| id",
            // Ways to other files, and to other lines.
            "../../../../etc/passwd", "..\\..\\windows\\win.ini", "file:///etc/passwd", "/etc/passwd", ".", "..", "%00",
            "%2e%2e%2f", "%252e", "\r\nSet-Cookie: a=b", "\n", "a\rb",
            // Characters that are no letters.
            "\u0000", "a\u0000b", "\u0007", "\u001B[31m", "\u007F", "\u0085", "\u2028", "\u202Eabc", "\u200B", "\uFEFF",
            "\uFFFE", "\uFFFF", "\uFFFD", "e\u0301", "a" + "\u0301".repeat(50), "\u0130", "\u00DF", "\u01C5", "\uFDFA",
            "\u0645\u0631\u062D\u0628\u0627", "\uD83D\uDE00", "\uD83D\uDC69\u200D\uD83D\uDC67", "\uDBFF\uDFFF",
            // Halves of characters.
            "\uD83D", "\uDE00", "a\uDE00\uD83Db",
            // As long as is allowed, in characters that take the most space; and longer.
            "x".repeat(50), "\uD83D\uDE00".repeat(50), "\uD83D\uDE00".repeat(200), "a".repeat(300),
            "\uD83D\uDE00".repeat(300), "\"".repeat(300), "\\".repeat(300), "\u0130".repeat(300), "a".repeat(301),
            "x".repeat(4000), "\uD83D\uDE00".repeat(4000), "\"".repeat(4000), "x".repeat(4001), "x".repeat(16_001),
            "NOT_REPORTED", "NOT_ASKED", "ANY", "GREEN", "green", "ACTIVE", "1.1");

    /** JSON, and what only looks like it. */
    private static final List<String> LITERALS = List.of("null", "true", "false", "[]", "{}", "0", "-1", "-0", "-0.0",
            "1.0", "1e0", "1e400", "1e1000000000", "1e99999999999", "-1e-99999999999", "0e-1000000000", "0e1000000000",
            "2147483648", "-2147483649", "9223372036854775808", "0.1234567", "0.000001", "999999999.999999",
            "1000000000", "9".repeat(99), "9".repeat(101), "9".repeat(5000), "0." + "1".repeat(5000), "NaN", "Infinity",
            "+1", "01", ".5", "1.", "0x10", "'x'", "nul", "[[[]]]", "{\"a\":{}}", "[null]", "[0, -1, \"x\"]", "/**/1",
            "\"unterminated", "[1,]", "{\"\":1}", "{\"\\u0000\":1}", "{\"\\ud800\":1}", "{\"2020\":1e-9}",
            "{\"2020\":1,\"2020\":2}", "{\"99999\":1}", "{\"-1\":null}", nested(15), nested(17), nested(400),
            nested(5000), "[" + "1,".repeat(1000) + "1]", "[" + "\"a\",".repeat(50) + "\"b\"]",
            "{\"" + "n".repeat(101) + "\":1}", "\"" + "x".repeat(200_000) + "\"");

    private HostileValues() {}

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    static String text(RandomGenerator random) {
        return of(random, TEXTS);
    }

    /** In a body: a literal, or a text in quotation marks. */
    static String json(RandomGenerator random) {
        return random.nextInt(3) == 0 ? of(random, LITERALS) : quoted(text(random));
    }

    static <T> T of(RandomGenerator random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The text as JSON; half a character stands as an escape. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int place = 0; place < text.length(); place++) {
            char unit = text.charAt(place);
            if (unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate(unit)) {
                json.append(String.format("\\u%04x", (int) unit));
            } else {
                json.append(unit);
            }
        }
        return json.append('"').toString();
    }
}
