package no.ehelse.portfolio.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many events were ever recorded, so that one that is missing at the end is missed.
 *
 * @param events the place of the last event
 * @param sealedFrom the place of the first event that has a seal
 */
public record LogHead(long events, long sealedFrom) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}):([0-9]{1,18}):([0-9]{1,18}):([0-9a-f]{64})");

    /** A head as it is kept, together with what proves that this service wrote it. */
    public record Sealed(LogHead head, String key, String mac) {

        /** The sealed head in a text; null where it is none. */
        static @Nullable Sealed parse(@Nullable String text) {
            Matcher form = FORM.matcher(text == null ? "" : text);
            return form.matches()
                    ? new Sealed(new LogHead(Long.parseLong(form.group(2)), Long.parseLong(form.group(3))),
                            form.group(1), form.group(4))
                    : null;
        }

        String text() {
            return key + ":" + head.events() + ":" + head.sealedFrom() + ":" + mac;
        }
    }

    /** The text that is sealed. */
    String form() {
        return "head\nevents " + events + "\nsealed-from " + sealedFrom + "\n";
    }
}
