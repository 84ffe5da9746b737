package no.ehelse.portfolio.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.organisation.view.OrganisationTables;
import no.ehelse.portfolio.round.view.RoundTables;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what happened, in stream order, whatever it happened to. */
public final class AuditQueries {

    private final TiltakEntries tiltak;
    private final RoundTables rounds;
    private final OrganisationTables organisations;

    /** Answers from the tables of entries. */
    public AuditQueries(TiltakEntries tiltak, RoundTables rounds,
            OrganisationTables organisations) {
        this.tiltak = tiltak;
        this.rounds = rounds;
        this.organisations = organisations;
    }

    @QueryHandler
    AuditPage handle(FindAudit query) {
        List<AuditEntry> found = new ArrayList<>();
        List<TiltakEntry> ofTiltak = tiltak.between(query.after(), query.upTo(), query.limit());
        if (!ofTiltak.isEmpty()) {
            Map<String, String> retractions = tiltak.retractionsOf(query.after(),
                    /* upTo= */ ofTiltak.getLast().envelope().position(), /* knownUpTo= */ query.upTo());
            ofTiltak.forEach(
                    entry -> found.add(AuditEntry.of(entry, retractions.get(entry.envelope().eventId()))));
        }
        rounds.entriesBetween(query.after(), query.upTo(), query.limit())
                .forEach(entry -> found.add(AuditEntry.of(entry)));
        organisations.entriesBetween(query.after(), query.upTo(), query.limit())
                .forEach(entry -> found.add(AuditEntry.of(entry)));
        found.sort(Comparator.comparingLong(AuditEntry::position));
        List<AuditEntry> page = found.subList(0, Math.min(found.size(), query.limit()));
        return new AuditPage(page, page.isEmpty() ? query.after() : page.getLast().position(),
                query.head());
    }
}
