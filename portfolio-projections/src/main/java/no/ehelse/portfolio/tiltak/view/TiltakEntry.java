package no.ehelse.portfolio.tiltak.view;

import java.time.LocalDate;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Effect;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import org.jspecify.annotations.Nullable;

/**
 * A recorded event of a tiltak as the audit trail shows it.
 *
 * @param changedOn the day (valid time) on which the effect is shown: the effective day, of a retraction that of the
 *            retracted entry
 * @param effect what it changed and confirmed on that day, as known when it was recorded
 * @param late whether it names a round that was closed already
 */
public record TiltakEntry(Envelope envelope, TiltakEvent event, LocalDate changedOn, Effect effect,
        boolean late) {

    /** The occasion; null: it is a retraction. */
    public TiltakEvent.@Nullable Effective effective() {
        return event instanceof Effective effective ? effective : null;
    }

    /** Why, in the reporter's words; null: not said. */
    public @Nullable String comment() {
        return switch (event) {
            case EntryRetracted retracted -> retracted.comment();
            case Effective effective -> effective.occasion().comment();
        };
    }

    /** The explanations of a report; none for other entries. */
    public Comments comments() {
        return event instanceof ReportSubmitted submitted ? submitted.comments() : Comments.NONE;
    }

    /** Whether it knowingly changes what a published round was about; a retraction always does. */
    public boolean correction() {
        return switch (event) {
            case EntryRetracted retracted -> true;
            case Effective effective -> effective.occasion().correction();
        };
    }

    /** The first day from which a registration or removal may have held; null: not said. */
    public @Nullable LocalDate earliest() {
        return event instanceof TiltakRegistered registered ? registered.earliest()
                : event instanceof TiltakRemoved removed ? removed.earliest()
                : null;
    }

    /** The identifier of the entry that it retracts; null: none. */
    public @Nullable String retracts() {
        return event instanceof EntryRetracted retracted ? retracted.event() : null;
    }
}
