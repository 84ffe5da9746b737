package no.ehelse.portfolio.evidence.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the verification of the log found.
 *
 * @param intact whether nothing was found, and every witness fits
 * @param events how many events were read
 * @param sealed how many of them bear the seal that they must
 * @param unsealed how many of them were recorded before events were sealed
 * @param aggregates how many aggregates they are of
 * @param position that of the last one that was read
 * @param heads the digest over the heads of all chains, to be compared with that of an export
 * @param publications every edition, in the order of the stream
 * @param findings what is wrong, in the order of the stream
 * @param moreFindings how many findings there are beside the ones that are listed
 */
public record VerifiedLog(boolean intact, long events, long sealed, long unsealed, int aggregates, long position,
        String heads, List<Publication> publications, List<Finding> findings, long moreFindings) {

    /** Whether the log before an edition is the one that was published. */
    public enum State {
        /** It is. */
        INTACT,
        /** It is not. */
        BROKEN,
        /** It was published before witnesses were taken. */
        UNWITNESSED
    }

    /**
     * An edition with its witness.
     *
     * @param edition null: it can no longer be read
     * @param event the identifier of its event
     * @param recordedAt when it was published, as stored
     * @param witness the digest over the heads before it, as it was published; null: there is none
     * @param computed the same, as it is now
     */
    public record Publication(String round, @Nullable Integer edition, String event, long position, String recordedAt,
            @Nullable String witness, String computed, State state) {}

    /** Copies the lists. */
    public VerifiedLog {
        publications = List.copyOf(publications);
        findings = List.copyOf(findings);
    }
}
