package no.ehelse.portfolio.round;

import java.util.Optional;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.Decision;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundCommand.RecordPrintedFigure;
import no.ehelse.portfolio.round.RoundEvent.PrintedFigureRecorded;
import no.ehelse.portfolio.round.RoundEvent.RoundClosed;
import no.ehelse.portfolio.round.RoundEvent.RoundOpened;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import no.ehelse.portfolio.round.RoundRejection.IdempotencyKeyReused;
import no.ehelse.portfolio.round.RoundRejection.ReasonRequired;
import no.ehelse.portfolio.round.RoundRejection.RoundExists;
import no.ehelse.portfolio.round.RoundRejection.RoundNotClosed;
import no.ehelse.portfolio.round.RoundRejection.RoundNotOpen;
import no.ehelse.portfolio.round.RoundRejection.StaleVersion;
import no.ehelse.portfolio.round.RoundRejection.UnknownRound;
import org.jspecify.annotations.Nullable;

/** The rules of a reporting round as a pure function of its history and a command. */
final class RoundDecision {

    private RoundDecision() {}

    static Decision<RoundEvent> decide(RoundHistory history, RoundCommand command, Actor actor,
            Conditions conditions, Witnesses witnesses) {
        if (!actor.mayDoEverything()) {
            return new Decision.Refused<>(new AccessRejection.OfficeOnly());
        }
        RoundState state = history.state();
        if (state == null && !(command instanceof OpenRound)) {
            return refused(new UnknownRound(command.round()));
        }
        RequestKey request = conditions.request();
        Optional<RoundHistory.Answered> answered = request == null ? Optional.empty() : history.answered(request.key());
        if (request != null && answered.isPresent()) {
            return answered.get().digest().equals(request.digest())
                    ? new Decision.Repeated<>(answered.get().answer())
                    : refused(new IdempotencyKeyReused(request.key()));
        }
        if (conditions.expectedVersion() != null && conditions.isStale(history.version())) {
            return refused(new StaleVersion(command.round(), conditions.expectedVersion(), history.version()));
        }
        return switch (command) {
            case OpenRound open -> state == null
                    ? happened(history, new RoundOpened(open.round(), open.name(), open.cutOff(), open.complete()))
                    : refused(new RoundExists(open.round()));
            case CloseRound close -> close(history, close, state);
            case PublishRound publish -> publish(history, publish, state, witnesses);
            case RecordPrintedFigure figure -> happened(history, new PrintedFigureRecorded(figure.round(),
                    figure.name(), figure.value(), figure.source(), figure.remark()));
        };
    }

    private static Decision<RoundEvent> close(RoundHistory history, CloseRound close, @Nullable RoundState state) {
        return state == null || state == RoundState.OPEN
                ? happened(history, new RoundClosed(close.round()))
                : refused(new RoundNotOpen(close.round(), state));
    }

    private static Decision<RoundEvent> publish(RoundHistory history, PublishRound publish,
            @Nullable RoundState state, Witnesses witnesses) {
        if (state == RoundState.OPEN) {
            return refused(new RoundNotClosed(publish.round()));
        }
        if (state == RoundState.PUBLISHED && publish.comment() == null) {
            return refused(new ReasonRequired(publish.round()));
        }
        int edition = history.editions() + 1;
        return happened(history, new RoundPublished(publish.round(), edition, publish.comment(),
                witnesses.of(publish.round(), history.cutOff(), edition)));
    }

    private static Decision<RoundEvent> happened(RoundHistory history, RoundEvent event) {
        return new Decision.Happened<>(event, history.changesBy(event));
    }

    private static Decision<RoundEvent> refused(RoundRejection rejection) {
        return new Decision.Refused<>(rejection);
    }
}
