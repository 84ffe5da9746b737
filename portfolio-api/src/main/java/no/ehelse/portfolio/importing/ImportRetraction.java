package no.ehelse.portfolio.importing;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import no.ehelse.portfolio.web.Races;
import no.ehelse.portfolio.web.RequestDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a whole import back: every entry that can be, in one transaction. */
@Service
class ImportRetraction {

    private final EntriesOfImport imports;
    private final ImportTransaction transaction;
    private final StreamPositions positions;

    ImportRetraction(EntriesOfImport imports, ImportTransaction transaction, StreamPositions positions) {
        this.imports = imports;
        this.transaction = transaction;
        this.positions = positions;
    }

    /**
     * Retracts what an import recorded; what is retracted already stays so, and sent again it does nothing more.
     *
     * @param id the import's identifier
     * @param comment why; null: nothing was said
     * @param provenance what every event says about where it came from
     * @param key the sender's idempotency key; null: none
     * @throws ProblemException if there is no such import, no reason, or others kept recording something
     */
    RetractedImport retract(String id, @Nullable String comment, Map<String, ?> provenance, @Nullable String key) {
        return Races.settled("tiltak of this import", () -> retractOnce(id, comment, provenance, key));
    }

    /** What is asked for. */
    private record UndoImport(String id, String comment) {}

    private RetractedImport retractOnce(String id, @Nullable String comment, Map<String, ?> provenance,
            @Nullable String key) {
        SortedMap<TiltakNumber, Set<String>> entries = imports.of(id);
        if (entries.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "No entry is from an import " + id + ".");
        }
        if (comment == null) {
            throw new ProblemException(ProblemCode.REASON_REQUIRED,
                    "The undoing of an import needs a comment that says why.");
        }
        WholeRequest request = key == null ? null
                : new WholeRequest("undo:" + id, key, RequestDigest.of(new UndoImport(id, comment)));
        return transaction.retract(entries, comment, provenance, request).answer(id, positions.head());
    }
}
