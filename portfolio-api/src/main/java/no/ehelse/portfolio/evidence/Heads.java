package no.ehelse.portfolio.evidence;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the chains of all aggregates end. Each chain is computed as its events come: the SHA-256 of the hash before, a
 * line feed, and the event's canonical form.
 */
public final class Heads {

    private static final String NOTHING = "0".repeat(64);

    private final SortedMap<String, Head> heads = new TreeMap<>(MetaDataPairs.BY_UTF_8);

    /**
     * The end of a chain.
     *
     * @param sequence the number of the aggregate's last event, from 0
     * @param hash over all of its events
     */
    public record Head(long sequence, String hash) {}

    /** Takes the next event of its aggregate in. */
    public void add(StoredEvent event, CanonicalForm form) {
        Head before = heads.get(event.aggregate());
        heads.put(event.aggregate(), new Head(event.sequence(),
                Sha256.of(before == null ? NOTHING : before.hash(), "\n", form.text())));
    }

    /** The head of an aggregate; null where it has no event. */
    public @Nullable Head of(String aggregate) {
        return heads.get(aggregate);
    }

    /** How many aggregates there are. */
    public int count() {
        return heads.size();
    }

    /** The digest over all heads, sorted by identifier. */
    public String digest() {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Head> head : heads.entrySet()) {
            lines.append(CanonicalForm.escaped(head.getKey()))
                    .append(' ')
                    .append(head.getValue().sequence())
                    .append(' ')
                    .append(head.getValue().hash())
                    .append('\n');
        }
        return Sha256.of(lines.toString());
    }
}
