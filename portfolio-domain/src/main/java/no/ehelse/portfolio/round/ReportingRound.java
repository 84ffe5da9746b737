package no.ehelse.portfolio.round;

import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.Decision;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundCommand.RecordPrintedFigure;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The aggregate of one reporting round: wires commands to {@link RoundDecision} and events to its history. */
public class ReportingRound {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String identifier;

    private RoundHistory history = RoundHistory.EMPTY;

    ReportingRound() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(OpenRound command, Actor actor, Conditions conditions, Witnesses witnesses) {
        return record(command, actor, conditions, witnesses);
    }

    @CommandHandler
    Recorded handle(CloseRound command, Actor actor, Conditions conditions, Witnesses witnesses) {
        return record(command, actor, conditions, witnesses);
    }

    @CommandHandler
    Recorded handle(PublishRound command, Actor actor, Conditions conditions, Witnesses witnesses) {
        return record(command, actor, conditions, witnesses);
    }

    @CommandHandler
    Recorded handle(RecordPrintedFigure command, Actor actor, Conditions conditions, Witnesses witnesses) {
        return record(command, actor, conditions, witnesses);
    }

    private Recorded record(RoundCommand command, Actor actor, Conditions conditions, Witnesses witnesses) {
        return switch (RoundDecision.decide(history, command, actor, conditions, witnesses)) {
            case Decision.Happened<RoundEvent> happened -> {
                AggregateLifecycle.apply(happened.event());
                yield new Recorded(history.version(), happened.changes());
            }
            case Decision.Repeated<RoundEvent> repeated -> repeated.answer();
            case Decision.Refused<RoundEvent> refused -> throw new Rejected(refused.rejection());
        };
    }

    @EventSourcingHandler
    void on(RoundEvent event, @MetaDataValue(RequestKey.KEY) @Nullable String key,
            @MetaDataValue(RequestKey.DIGEST) @Nullable String digest) {
        identifier = event.round().aggregateIdentifier();
        history = history.with(event, key == null || digest == null ? null : new RequestKey(key, digest));
    }
}
