package no.ehelse.portfolio.evidence.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in the log that is not as it was recorded.
 *
 * @param event the event's identifier; null: it is missing and nobody remembers it, or it is about no single event
 * @param aggregate the identifier of its aggregate; null: nobody can tell
 * @param sequence its number within the aggregate; null: nobody can tell
 * @param type the name of its payload's type; null: nobody can tell
 * @param position where in the stream it is; null: it is missing
 * @param place its number in the order of recording, from 1; null: it has none
 * @param after the position of the last event before the place where it is missing, 0 where there is none; null: it is
 *            not missing
 * @param detail one or two sentences for people
 * @param breaks the editions behind it whose witness no longer fits
 */
public record Finding(Kind kind, @Nullable String event, @Nullable String aggregate, @Nullable Long sequence,
        @Nullable String type, @Nullable Long position, @Nullable Long place, @Nullable Long after, String detail,
        List<BrokenEdition> breaks) {

    /** What may have happened to an event. */
    public enum Kind {
        /** It is not what was sealed: something in it was changed, or its seal was taken away. */
        ALTERED,
        /** It changed places, or a part of it did, with another one. */
        SWAPPED,
        /** It was recorded, and is gone. */
        MISSING,
        /** It was never recorded by this service. */
        FORGED,
        /** It is there more than once. */
        DUPLICATE,
        /** It was sealed by somebody with another key. */
        FOREIGN,
        /** What is kept about the log as a whole is not what this service wrote. */
        HEAD_ALTERED
    }

    /**
     * An edition of a round whose witness does not fit.
     *
     * @param edition null: it can no longer be read
     */
    public record BrokenEdition(String round, @Nullable Integer edition) {}

    /** Copies the editions. */
    public Finding {
        breaks = List.copyOf(breaks);
    }

    static Finding of(Kind kind, Located event, @Nullable Long place, String detail) {
        return new Finding(kind, event.event(), event.aggregate(), event.sequence(), event.type(), event.position(),
                place, null, detail, List.of());
    }

    static Finding missing(@Nullable String aggregate, @Nullable Long sequence, @Nullable Long place, long after,
            String detail) {
        return new Finding(Kind.MISSING, null, aggregate, sequence, null, null, place, after, detail, List.of());
    }

    static Finding ofHead(String detail) {
        return new Finding(Kind.HEAD_ALTERED, null, null, null, null, null, null, null, detail, List.of());
    }

    Finding breaking(List<BrokenEdition> editions) {
        return new Finding(kind, event, aggregate, sequence, type, position, place, after, detail, editions);
    }

    /** Where in the stream it is; what is about the log as a whole comes last. */
    long where() {
        return position != null ? position : after != null ? after : Long.MAX_VALUE;
    }
}
