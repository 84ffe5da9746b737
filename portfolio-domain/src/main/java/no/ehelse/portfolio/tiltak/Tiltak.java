package no.ehelse.portfolio.tiltak;

import java.time.Instant;
import no.ehelse.portfolio.command.Decision;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.RequestKey;
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
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The aggregate of one tiltak: wires commands to {@link TiltakDecision} and events to {@link TiltakHistory}. */
public class Tiltak {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String identifier;

    private TiltakHistory history = TiltakHistory.EMPTY;

    Tiltak() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RegisterTiltak command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(ReportStatus command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(AssessRisk command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(ChangePhase command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(AssignSegment command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(ChangeActivity command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(ChangeFocusArea command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(ReportBudget command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(RenameTiltak command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(TransferTiltak command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(SubmitReport command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(RetractEntry command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(RemoveTiltak command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    @CommandHandler
    Recorded handle(ReinstateTiltak command, Circumstances circumstances) {
        return record(command, circumstances);
    }

    private Recorded record(TiltakCommand command, Circumstances circumstances) {
        return switch (TiltakDecision.decide(history, command, circumstances)) {
            case Decision.Happened<TiltakEvent> happened -> {
                AggregateLifecycle.apply(happened.event());
                yield new Recorded(history.version(), happened.changes());
            }
            case Decision.Repeated<TiltakEvent> repeated -> repeated.answer();
            case Decision.Refused<TiltakEvent> refused -> throw new Rejected(refused.rejection());
        };
    }

    @EventSourcingHandler
    void on(TiltakEvent event, @MessageIdentifier String eventId, @Timestamp Instant recordedAt,
            @MetaDataValue(RequestKey.KEY) @Nullable String key,
            @MetaDataValue(RequestKey.DIGEST) @Nullable String digest) {
        identifier = event.number().aggregateIdentifier();
        RequestKey request = key == null || digest == null ? null : new RequestKey(key, digest);
        history = history.with(
                new TiltakHistory.Entry(eventId, history.version() + 1, recordedAt, request, event));
    }
}
