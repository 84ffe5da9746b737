package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.Decision;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.round.RoundId;
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
import no.ehelse.portfolio.tiltak.TiltakEvent.ActivityChanged;
import no.ehelse.portfolio.tiltak.TiltakEvent.BudgetReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.FocusAreaChanged;
import no.ehelse.portfolio.tiltak.TiltakEvent.PhaseChanged;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.RiskAssessed;
import no.ehelse.portfolio.tiltak.TiltakEvent.SegmentAssigned;
import no.ehelse.portfolio.tiltak.TiltakEvent.StatusReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakReinstated;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRenamed;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakTransferred;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a command as a pure function of the tiltak's history, the command and the circumstances.
 *
 * <p>The order of the checks is part of the contract: who may send such commands, what does not exist, the repeated request,
 * whose tiltak it is, the repeated report, what is published, the version that the sender saw, and only then the rules in
 * {@link TiltakRules}. Whose it is comes after the repeated request, so that who gave a tiltak away is answered when asking
 * again.
 */
final class TiltakDecision {

    private final TiltakHistory history;
    private final TiltakCommand command;
    private final Circumstances circumstances;

    private TiltakDecision(TiltakHistory history, TiltakCommand command, Circumstances circumstances) {
        this.history = history;
        this.command = command;
        this.circumstances = circumstances;
    }

    static Decision<TiltakEvent> decide(TiltakHistory history, TiltakCommand command, Circumstances circumstances) {
        return new TiltakDecision(history, command, circumstances).decide();
    }

    private Decision<TiltakEvent> decide() {
        AccessRejection forbidden = TiltakAccess.refusal(circumstances.actor(), command);
        if (forbidden != null) {
            return refused(forbidden);
        }
        TiltakRejection missing = missing();
        if (missing != null) {
            return refused(missing);
        }
        Conditions conditions = circumstances.conditions();
        RequestKey request = conditions.request();
        Optional<TiltakHistory.Entry> earlier = request == null ? Optional.empty() : history.sentWith(request.key());
        if (request != null && earlier.isPresent()) {
            return request.equals(earlier.get().request())
                    ? new Decision.Repeated<>(answerOf(earlier.get()))
                    : refused(new TiltakRejection.IdempotencyKeyReused(request.key()));
        }
        LocalDate day = day();
        AccessRejection ofOthers = day == null ? null
                : TiltakAccess.refusal(circumstances.actor(), history, command.number(), day);
        if (ofOthers != null) {
            return refused(ofOthers);
        }
        String unknownOrganisation = unknownOrganisation();
        TiltakEvent event = unknownOrganisation == null ? event() : null;
        if (event != null && RepeatedReport.isRepeated(history, event)) {
            return new Decision.Repeated<>(new Recorded(history.version(), List.of()));
        }
        AccessRejection published = day == null ? null : TiltakAccess.refusal(circumstances, day);
        if (published != null) {
            return refused(published);
        }
        Long expected = conditions.expectedVersion();
        if (expected != null && conditions.isStale(history.version())) {
            return refused(new TiltakRejection.StaleVersion(command.number(), expected, history.version()));
        }
        if (event == null) {
            return refused(new TiltakRejection.UnknownOrganisation(Objects.requireNonNull(unknownOrganisation)));
        }
        return TiltakRules.firstBroken(history, event, circumstances)
                .map(TiltakDecision::refused)
                .orElseGet(() -> new Decision.Happened<>(event, history.effectOfNext(event).changes()));
    }

    private static Decision<TiltakEvent> refused(Rejection rejection) {
        return new Decision.Refused<>(rejection);
    }

    private Recorded answerOf(TiltakHistory.Entry entry) {
        return new Recorded(entry.sequence(), history.effectOf(entry).changes());
    }

    private @Nullable TiltakRejection missing() {
        if (history.entries().isEmpty() && !(command instanceof RegisterTiltak)) {
            return new TiltakRejection.UnknownTiltak(command.number());
        }
        RoundId round = round();
        if (round != null && circumstances.rounds().cutOff(round).isEmpty()) {
            return new TiltakRejection.UnknownRound(round);
        }
        if (command instanceof RetractEntry retract && history.entry(retract.event()).isEmpty()) {
            return new TiltakRejection.UnknownEvent(command.number(), retract.event());
        }
        return null;
    }

    /** From which day the command's fact holds; null: a retraction has no day of its own. */
    private @Nullable LocalDate day() {
        if (command instanceof SubmitReport submit) {
            return occasion(submit).effectiveFrom();
        }
        Occasion occasion = occasion();
        return occasion == null ? null : occasion.effectiveFrom();
    }

    private @Nullable RoundId round() {
        if (command instanceof SubmitReport submit) {
            return submit.round();
        }
        Occasion occasion = occasion();
        return occasion == null ? null : occasion.round();
    }

    /** What the command says of its occasion; null: it has none, or, of a report, one that is still to be completed. */
    private @Nullable Occasion occasion() {
        return switch (command) {
            case RegisterTiltak register -> register.occasion();
            case ReportStatus report -> report.occasion();
            case AssessRisk assess -> assess.occasion();
            case ChangePhase change -> change.occasion();
            case AssignSegment assign -> assign.occasion();
            case ChangeActivity change -> change.occasion();
            case ChangeFocusArea change -> change.occasion();
            case ReportBudget report -> report.occasion();
            case RenameTiltak rename -> rename.occasion();
            case TransferTiltak transfer -> transfer.occasion();
            case SubmitReport submit -> null;
            case RetractEntry retract -> null;
            case RemoveTiltak remove -> remove.occasion();
            case ReinstateTiltak reinstate -> reinstate.occasion();
        };
    }

    private @Nullable OrganisationReference organisation() {
        return command instanceof RegisterTiltak register ? register.organisation()
                : command instanceof SubmitReport submit ? submit.organisation()
                : command instanceof TransferTiltak transfer ? transfer.organisation()
                : null;
    }

    private @Nullable String unknownOrganisation() {
        OrganisationReference reference = organisation();
        String text = reference == null ? null : reference.text();
        return text == null || circumstances.organisations().find(text).isPresent() ? null : text;
    }

    private @Nullable OrganisationId resolved(OrganisationReference reference) {
        String text = reference.text();
        return text == null ? null : circumstances.organisations().find(text).orElseThrow();
    }

    private Facts withOrganisation(Facts facts, @Nullable OrganisationReference reference) {
        return reference == null ? facts : facts.with(Attribute.ORGANISATION, resolved(reference));
    }

    private TiltakEvent event() {
        TiltakNumber number = command.number();
        return switch (command) {
            case RegisterTiltak register -> new TiltakRegistered(number, register.occasion(),
                    withOrganisation(register.facts(), register.organisation()), register.earliest());
            case ReportStatus report -> new StatusReported(number, report.occasion(), report.status());
            case AssessRisk assess -> new RiskAssessed(number, assess.occasion(), assess.risk());
            case ChangePhase change -> new PhaseChanged(number, change.occasion(), change.phase());
            case AssignSegment assign -> new SegmentAssigned(number, assign.occasion(), assign.segment());
            case ChangeActivity change -> new ActivityChanged(number, change.occasion(), change.activity());
            case ChangeFocusArea change -> new FocusAreaChanged(number, change.occasion(), change.focusArea());
            case ReportBudget report -> new BudgetReported(number, report.occasion(), report.year(), report.amount());
            case RenameTiltak rename -> new TiltakRenamed(number, rename.occasion(), rename.name());
            case TransferTiltak transfer -> new TiltakTransferred(number, transfer.occasion(),
                    resolved(transfer.organisation()));
            case SubmitReport submit -> new ReportSubmitted(number, occasion(submit),
                    withOrganisation(submit.facts(), submit.organisation()), submit.comments());
            case RetractEntry retract -> new EntryRetracted(number, retract.event(),
                    retract.comment() == null ? "" : retract.comment());
            case RemoveTiltak remove -> new TiltakRemoved(number, remove.occasion(), remove.reason(),
                    remove.wayForward(), remove.successors(), remove.earliest());
            case ReinstateTiltak reinstate -> new TiltakReinstated(number, reinstate.occasion());
        };
    }

    private Occasion occasion(SubmitReport submit) {
        LocalDate day = submit.effectiveFrom() == null
                ? circumstances.rounds().cutOff(submit.round()).orElseThrow()
                : submit.effectiveFrom();
        return new Occasion(day, submit.comment(), submit.round(), submit.correction());
    }
}
