package no.ehelse.portfolio.importing;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import no.ehelse.portfolio.eventstore.Conflict;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Takes a whole import back: every entry that can be, in one transaction. */
@Service
class ImportRetraction {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRetraction.class);

    /** How often it is decided anew because somebody else recorded something meanwhile. */
    private static final int ATTEMPTS = 5;

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
     * @throws ProblemException if there is no such import, no reason, or others kept recording something
     */
    RetractedImport retract(String id, @Nullable String comment, Map<String, ?> provenance) {
        for (int attempt = 1;; attempt++) {
            SortedMap<TiltakNumber, Set<String>> entries = imports.of(id);
            if (entries.isEmpty()) {
                throw new ProblemException(ProblemCode.NOT_FOUND, "No entry is from an import " + id + ".");
            }
            if (comment == null) {
                throw new ProblemException(ProblemCode.REASON_REQUIRED,
                        "The undoing of an import needs a comment that says why.");
            }
            try {
                RetractionOfImport retraction = transaction.retract(entries, comment, provenance);
                return retraction.answer(id, positions.head());
            } catch (RuntimeException failed) {
                if (!Conflict.causes(failed)) {
                    throw failed;
                }
                LOG.debug("Lost a race, attempt {}", attempt, failed);
                if (attempt == ATTEMPTS) {
                    throw new ProblemException(ProblemCode.CONCURRENT_CHANGE,
                            "Others kept changing tiltak of this import at the same time. Try again.");
                }
            }
        }
    }
}
