package no.ehelse.portfolio.round.view.report;

import java.time.LocalDate;
import java.util.HexFormat;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.round.RoundId;

/**
 * The reports as they are published: what {@code GET /api/rounds/{round}/report?published=true} answers, to the byte.
 *
 * <p>A publication says nothing about the report but its number, so the report of an edition is known before the edition
 * is: it is that of all that was recorded before.
 */
public final class PublishedReports {

    private final ReportQueries queries;

    /** Takes the reports from their queries. */
    public PublishedReports(ReportQueries queries) {
        this.queries = queries;
    }

    /**
     * The SHA-256 of the report of an edition, in lower-case hexadecimal digits.
     *
     * @param cutOff the round's cut-off day
     * @param edition 1 for the first
     * @param position the stream position of the publication or, just before it is recorded, the last one of the log; the
     *            read model has to have read that far
     * @throws IllegalStateException if the read model knows of no such round
     */
    public String digestOf(RoundId round, LocalDate cutOff, int edition, long position) {
        StatusReport report = queries.handle(new FindReport(round, new Point(cutOff, position, null), edition))
                .report();
        if (report == null) {
            throw new IllegalStateException("the read model knows of no round " + round);
        }
        return HexFormat.of().formatHex(ReportJson.sha256(ReportJson.bytes(report)));
    }
}
