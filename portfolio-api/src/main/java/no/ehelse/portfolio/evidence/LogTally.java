package no.ehelse.portfolio.evidence;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What there is to say about a log that was read event by event: how long it is, what digest it has, who sealed it. */
public final class LogTally {

    private final Heads heads = new Heads();
    private final Set<String> keys = new TreeSet<>();
    private final Set<Type> types = new TreeSet<>();
    private long events;
    private long position;

    /**
     * A type of event.
     *
     * @param name of the payload's type
     * @param revision of that type; null: it has none
     */
    public record Type(String name, @Nullable String revision) implements Comparable<Type> {

        @Override
        public int compareTo(Type other) {
            return toString().compareTo(other.toString());
        }
    }

    /** The tally of a whole log. */
    public static LogTally of(StoredLog log) {
        LogTally tally = new LogTally();
        log.read(StoredLog.START, log.end(), tally::add);
        return tally;
    }

    /** Takes the next event in. */
    public void add(StoredEvent event) {
        CanonicalForm form = CanonicalForm.of(event);
        heads.add(event, form);
        types.add(new Type(event.type(), event.revision()));
        Seal seal = Seal.parse(form.seal());
        if (seal != null) {
            keys.add(seal.key());
        }
        events++;
        position = event.position();
    }

    /** How many events there are. */
    public long events() {
        return events;
    }

    /** The position of the last one; 0: there is none. */
    public long position() {
        return position;
    }

    /** The digest over the heads of all chains. */
    public String heads() {
        return heads.digest();
    }

    /** The identifiers of the keys that sealed the events. */
    public Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** The types that occur. */
    public Set<Type> types() {
        return Set.copyOf(types);
    }
}
