package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.importing.ImportAnswer.Changed;
import no.ehelse.portfolio.importing.ImportAnswer.TypedChange;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReinstateTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakReinstated;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.TiltakRejection;
import no.ehelse.portfolio.web.RejectionProblems;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** The rows of one import on their way through the command bus, and what becomes of each. */
final class RowsOfImport {

    private final RoundFile file;
    private final LocalDate cutOff;
    private final CommandBus commands;
    private final EventStore events;
    private final SaidAlready saidAlready;
    private final WrittenRows written;

    private final List<Listed> registered = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<Finding> rejected = new ArrayList<>();
    private int unchanged;

    RowsOfImport(RoundFile file, LocalDate cutOff, CommandBus commands, EventStore events, SaidAlready saidAlready,
            WrittenRows written) {
        this.file = file;
        this.cutOff = cutOff;
        this.commands = commands;
        this.events = events;
        this.saidAlready = saidAlready;
        this.written = written;
    }

    /** What the command of a row came to: exactly one of the two. */
    private record Reply(@Nullable Recorded recorded, @Nullable Rejection rejection) {}

    /** Sends every row, in ascending number: whoever takes several tiltak in this order never waits in a circle. */
    void send(ReportFile read) {
        List<ReportRow> ascending = read.reports().stream().sorted(Comparator.comparing(ReportRow::number)).toList();
        Set<TiltakNumber> known = known(ascending);
        for (ReportRow sent : ascending) {
            ReportRow row = read.asWritten() ? written.asMeant(sent, cutOff) : sent;
            if (read.asWritten() && file.comment() == null && written.isRepeated(row, file.round(), cutOff)) {
                unchanged++;
            } else if (known.contains(row.number())) {
                report(row);
            } else {
                register(row);
            }
        }
    }

    /** The numbers of which any event exists: asked beforehand, because a failed load would be logged as a failure. */
    private Set<TiltakNumber> known(List<ReportRow> rows) {
        return rows.stream()
                .map(ReportRow::number)
                .filter(number -> events.lastSequenceNumberFor(number.aggregateIdentifier()).isPresent())
                .collect(Collectors.toSet());
    }

    private void report(ReportRow row) {
        Reply reply = reply(new SubmitReport(row.number(), file.round(), cutOff, file.comment(),
                file.correction(), row.facts(), row.organisation(), Comments.NONE));
        switch (reply.rejection()) {
            case null -> accept(row, reply);
            case TiltakRejection.BeforeRegistration earlier -> register(row);
            case TiltakRejection.AfterRemoval removed when wasRegisteredInError(row.number()) -> reinstate(row);
            case TiltakRejection.RoundPublished published when saidAlready.by(row, cutOff) -> unchanged++;
            case Rejection refused -> reject(row, refused);
        }
    }

    /** It was registered by mistake, such as by an import that was undone: what the file lists is there after all. */
    private void reinstate(ReportRow row) {
        Reply reply = reply(new ReinstateTiltak(row.number(),
                new Occasion(cutOff, file.comment(), file.round(), file.correction())));
        if (reply.rejection() == null) {
            report(row);
        } else {
            reject(row, reply.rejection());
        }
    }

    private boolean wasRegisteredInError(TiltakNumber number) {
        return events.readEvents(number.aggregateIdentifier())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(event -> event instanceof TiltakRemoved || event instanceof TiltakReinstated)
                .reduce((earlier, later) -> later)
                .filter(last -> last instanceof TiltakRemoved removed
                        && removed.reason() == RemovalReason.REGISTERED_IN_ERROR)
                .isPresent();
    }

    /** A new number, or the older history of a known one. */
    private void register(ReportRow row) {
        Reply reply = reply(new RegisterTiltak(row.number(),
                new Occasion(cutOff, file.comment(), file.round(), file.correction()), row.facts(),
                row.organisation(), file.earliest(row.number())));
        if (reply.rejection() == null) {
            registered.add(new Listed(row.number(), name(row)));
        } else {
            reject(row, reply.rejection());
        }
    }

    private void accept(ReportRow row, Reply reply) {
        if (reply.recorded() == null || !reply.recorded().changed()) {
            unchanged++;
        } else {
            changed.add(new Changed(row.number(), name(row),
                    reply.recorded().changes().stream().map(TypedChange::of).toList()));
        }
    }

    private void reject(ReportRow row, Rejection rejection) {
        rejected.add(new Finding(row.row(), null, RejectionProblems.of(rejection).code().code(),
                rejection.message()));
    }

    private static String name(ReportRow row) {
        return Objects.requireNonNull(row.facts().get(Attribute.NAME), "every row has a name");
    }

    private Reply reply(TiltakCommand command) {
        AtomicReference<@Nullable Object> result = new AtomicReference<>();
        CommandMessage<TiltakCommand> message = GenericCommandMessage.<TiltakCommand>asCommandMessage(command)
                .andMetaData(file.metaData(command));
        commands.<TiltakCommand, Recorded>dispatch(message, (sent, answer) -> result.set(
                answer.isExceptional() ? answer.exceptionResult() : answer.getPayload()));
        return switch (result.get()) {
            case Recorded recorded -> new Reply(recorded, null);
            case CommandExecutionException failed when Rejected.in(failed) != null ->
                new Reply(null, Rejected.in(failed));
            case RuntimeException failed -> throw failed;
            case null, default -> throw new IllegalStateException("no answer to " + command);
        };
    }

    /** What became of the rows, with what was found while reading the file. */
    ImportAnswer answer(ReportFile read, List<Listed> notListed) {
        List<Finding> errors = Stream.concat(read.errors().stream(), rejected.stream())
                .sorted(Comparator.comparingInt(Finding::row))
                .toList();
        return new ImportAnswer(file.id(), read.layout(), read.rows(), registered, changed, unchanged, notListed,
                read.warnings(), errors);
    }
}
