package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.actor.AccessRejection.NoOrganisation;
import no.ehelse.portfolio.actor.AccessRejection.OfAnotherOrganisation;
import no.ehelse.portfolio.actor.AccessRejection.OfficeOnly;
import no.ehelse.portfolio.actor.AccessRejection.PublishedAlready;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.Role;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssessRisk;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssignSegment;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeActivity;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeFocusArea;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangePhase;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReinstateTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RenameTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportBudget;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.RetractEntry;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakCommand.TransferTiltak;
import org.jspecify.annotations.Nullable;

/** Who may send which command on a tiltak: whoever may do everything, and for its own tiltak a reporter. */
public final class TiltakAccess {

    private TiltakAccess() {}

    /** What is wrong with the sender, whichever tiltak it is about; null: nothing. */
    public static @Nullable AccessRejection refusal(Actor actor, TiltakCommand command) {
        if (actor.mayDoEverything()) {
            return null;
        }
        if (!actor.is(Role.REPORTER) || !isReporting(command)) {
            return new OfficeOnly();
        }
        return actor.organisation() == null ? new NoOrganisation() : null;
    }

    /** Whether a command is a report or a granular change. */
    private static boolean isReporting(TiltakCommand command) {
        return switch (command) {
            case ReportStatus report -> true;
            case AssessRisk assess -> true;
            case ChangePhase change -> true;
            case AssignSegment assign -> true;
            case ChangeActivity change -> true;
            case ChangeFocusArea change -> true;
            case ReportBudget report -> true;
            case RenameTiltak rename -> true;
            case TransferTiltak transfer -> true;
            case SubmitReport submit -> true;
            case RegisterTiltak register -> false;
            case RetractEntry retract -> false;
            case RemoveTiltak remove -> false;
            case ReinstateTiltak reinstate -> false;
        };
    }

    /**
     * What is wrong with the sender where the tiltak is not its organisation's; null: nothing.
     *
     * @param day from which the command's fact holds
     */
    static @Nullable AccessRejection refusal(Actor actor, TiltakHistory history, TiltakNumber number, LocalDate day) {
        String own = actor.organisation();
        OrganisationId owner = history.on(day).facts().get(Attribute.ORGANISATION);
        boolean owns = owner != null && owner.value().equals(own);
        return actor.mayDoEverything() || own == null || owns ? null
                : new OfAnotherOrganisation(number.value(), own, day);
    }

    /** What is wrong with a sender who touches what is published; null: nothing. */
    static @Nullable AccessRejection refusal(Circumstances circumstances, LocalDate day) {
        return circumstances.actor().mayDoEverything() || circumstances.rounds().publishedFrom(day).isEmpty() ? null
                : new PublishedAlready(day);
    }
}
