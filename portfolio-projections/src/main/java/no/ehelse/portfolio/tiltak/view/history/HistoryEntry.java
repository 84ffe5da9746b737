package no.ehelse.portfolio.tiltak.view.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import no.ehelse.portfolio.tiltak.view.changes.ValueChange;
import org.jspecify.annotations.Nullable;

/**
 * One recorded event as the audit trail shows it; null where the event has no such thing.
 *
 * @param event the event's identifier
 * @param sequence its number within the tiltak, which is the version that it made
 * @param position its place in the stream
 * @param type its name, such as {@code StatusReported}
 * @param effectiveFrom from which day it holds (valid time)
 * @param recordedAt recorded time
 * @param changes what it changed on its effective day, as known just before and after
 * @param confirmed the attributes that it said again
 * @param late whether it names a round that was closed already
 * @param retracts the identifier of the entry that it retracts
 * @param retractedBy the identifier of the retraction, if it is known to be retracted
 * @param organisation the organisation of the user
 * @param importId the import that recorded it, which can be undone as a whole
 */
public record HistoryEntry(String event, long sequence, long position, String type,
        @Nullable LocalDate effectiveFrom, @Nullable LocalDate earliest, Instant recordedAt,
        List<ValueChange> changes, List<String> confirmed, @Nullable String comment, Comments comments,
        @Nullable RoundId round, boolean late, boolean correction, @Nullable String retracts,
        @Nullable String retractedBy, @Nullable String user, @Nullable String organisation,
        @Nullable String source, @JsonProperty("import") @Nullable String importId) {

    /** Copies the lists. */
    public HistoryEntry {
        changes = List.copyOf(changes);
        confirmed = List.copyOf(confirmed);
    }

    /** The same, without who recorded it. */
    public HistoryEntry anonymous() {
        return new HistoryEntry(event, sequence, position, type, effectiveFrom, earliest, recordedAt, changes,
                confirmed,
                comment, comments, round, late, correction, retracts, retractedBy, null, organisation, source,
                importId);
    }

    /** An entry of a tiltak. */
    public static HistoryEntry of(TiltakEntry entry, @Nullable String retractedBy) {
        Envelope envelope = entry.envelope();
        Effective effective = entry.effective();
        return new HistoryEntry(envelope.eventId(), envelope.sequence(), envelope.position(), envelope.type(),
                effective == null ? null : effective.occasion().effectiveFrom(), entry.earliest(),
                envelope.recordedAt(), entry.effect().changes().stream().map(ValueChange::of).toList(),
                entry.effect().confirmed(), entry.comment(), entry.comments(),
                effective == null ? null : effective.occasion().round(), entry.late(), entry.correction(),
                entry.retracts(), retractedBy, envelope.user(), envelope.userOrganisation(), envelope.source(),
                envelope.importId());
    }
}
