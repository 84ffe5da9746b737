package no.ehelse.portfolio.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/**
 * What the undoing of an import did; each list is by number of the tiltak.
 *
 * @param id the import
 * @param retracted the entries that it retracted
 * @param removed the registrations that it undid, each by a removal on the day of registration as registered in error:
 *            the tiltak was then never in the portfolio
 * @param skipped the entries that it left, each with the reason
 * @param undoneBefore how many entries of the import were retracted or removed before
 * @param position of the last event in the stream, at least that of the last entry which this recorded
 */
record RetractedImport(@JsonProperty("import") String id, List<Undone> retracted, List<Undone> removed,
        List<Skipped> skipped, int undoneBefore, long position) {

    /** An entry that stands no more, by its event's identifier. */
    record Undone(TiltakNumber number, String event) {}

    /**
     * An entry that still stands.
     *
     * @param code that of the problem which retracting it alone would be
     */
    record Skipped(TiltakNumber number, String event, String code, String message) {}

    RetractedImport {
        retracted = List.copyOf(retracted);
        removed = List.copyOf(removed);
        skipped = List.copyOf(skipped);
    }
}
