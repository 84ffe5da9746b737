package no.ehelse.portfolio.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What only this service can have put on an event: the key that it was made with, the event's place among all events
 * that were ever recorded in this store, and the HMAC-SHA256 over both place and event.
 *
 * @param key the identifier of the key
 * @param place the event's number in the order of recording, from 1 and without gaps
 * @param mac 64 hexadecimal digits
 */
public record Seal(String key, long place, String mac) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}):([1-9][0-9]{0,17}):([0-9a-f]{64})");

    /** The seal in a text; null where it is none. */
    public static @Nullable Seal parse(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches() ? new Seal(form.group(1), Long.parseLong(form.group(2)), form.group(3)) : null;
    }

    /** As it stands in the metadata. */
    public String text() {
        return key + ":" + place + ":" + mac;
    }
}
