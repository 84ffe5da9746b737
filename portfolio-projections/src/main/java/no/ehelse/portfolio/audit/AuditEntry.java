package no.ehelse.portfolio.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.view.OrganisationTables;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.view.RoundTables;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import no.ehelse.portfolio.tiltak.view.changes.ValueChange;
import no.ehelse.portfolio.tiltak.view.history.HistoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * One event of any kind; null where the event has no such thing.
 *
 * @param event the event's identifier
 * @param sequence its number within its tiltak, round or organisation
 * @param position its place in the stream
 * @param type its name, such as {@code StatusReported}
 * @param number the tiltak it happened to
 * @param round the round it happened to, or that a tiltak's entry names
 * @param organisationId the organisation it happened to
 * @param effectiveFrom from which day it holds (valid time)
 * @param recordedAt recorded time
 * @param organisation the organisation of the user
 * @param importId the import that recorded it, which can be undone as a whole
 */
public record AuditEntry(String event, long sequence, long position, String type, @Nullable TiltakNumber number,
        @Nullable RoundId round, @Nullable OrganisationId organisationId, @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate earliest, Instant recordedAt, List<ValueChange> changes, List<String> confirmed,
        @Nullable String comment, Comments comments, boolean late, boolean correction, @Nullable String retracts,
        @Nullable String retractedBy, @Nullable String user, @Nullable String organisation,
        @Nullable String source, @JsonProperty("import") @Nullable String importId) {

    /** Copies the lists. */
    public AuditEntry {
        changes = List.copyOf(changes);
        confirmed = List.copyOf(confirmed);
    }

    /** The same, without who recorded it. */
    public AuditEntry anonymous() {
        return new AuditEntry(event, sequence, position, type, number, round, organisationId, effectiveFrom, earliest,
                recordedAt, changes, confirmed, comment, comments, late, correction, retracts, retractedBy, null,
                organisation, source, importId);
    }

    static AuditEntry of(TiltakEntry entry, @Nullable String retractedBy) {
        HistoryEntry shown = HistoryEntry.of(entry, retractedBy);
        return new AuditEntry(shown.event(), shown.sequence(), shown.position(), shown.type(), entry.event().number(),
                shown.round(), null, shown.effectiveFrom(), shown.earliest(), shown.recordedAt(), shown.changes(),
                shown.confirmed(), shown.comment(), shown.comments(), shown.late(), shown.correction(),
                shown.retracts(), shown.retractedBy(), shown.user(), shown.organisation(), shown.source(),
                shown.importId());
    }

    static AuditEntry of(RoundTables.Entry entry) {
        return simple(entry.event(), entry.round(), null,
                entry.changes().stream().map(ValueChange::of).toList(), entry.comment());
    }

    static AuditEntry of(OrganisationTables.Entry entry) {
        return simple(entry.event(), null, entry.id(), entry.changes().stream().map(ValueChange::of).toList(), null);
    }

    private static AuditEntry simple(Envelope envelope, @Nullable RoundId round, @Nullable OrganisationId id,
            List<ValueChange> changes, @Nullable String comment) {
        return new AuditEntry(envelope.eventId(), envelope.sequence(), envelope.position(), envelope.type(), null,
                round, id, null, null, envelope.recordedAt(), changes, List.of(), comment, Comments.NONE, false, false,
                null, null, envelope.user(), envelope.userOrganisation(), envelope.source(), envelope.importId());
    }
}
