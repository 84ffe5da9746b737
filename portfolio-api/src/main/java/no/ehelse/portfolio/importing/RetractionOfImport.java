package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.importing.RetractedImport.Skipped;
import no.ehelse.portfolio.importing.RetractedImport.Undone;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RetractEntry;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakHistory.Entry;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.TiltakRejection.NotRetractable;
import no.ehelse.portfolio.web.RejectionProblems;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

/** The entries of one import on their way out, within one unit of work. */
final class RetractionOfImport {

    private final String comment;
    private final Map<String, ?> provenance;
    private final @Nullable WholeRequest request;
    private final CommandBus commands;
    private final Histories histories;

    private final List<Undone> retracted = new ArrayList<>();
    private final List<Undone> removed = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private int undoneBefore;

    /**
     * Nothing retracted yet.
     *
     * @param comment why
     * @param provenance what every event says about where it came from
     * @param request the request with an idempotency key; null: one without
     */
    RetractionOfImport(String comment, Map<String, ?> provenance, @Nullable WholeRequest request, CommandBus commands,
            Histories histories) {
        this.comment = comment;
        this.provenance = provenance;
        this.request = request;
        this.commands = commands;
        this.histories = histories;
    }

    /** Takes the entries back, tiltak by tiltak; of each the last one first, and its registration at the end. */
    void send(SortedMap<TiltakNumber, Set<String>> entries) {
        entries.forEach((number, ofImport) -> {
            TiltakHistory history = histories.of(number);
            List<Entry> standing = new ArrayList<>(history.entries()
                    .stream()
                    .filter(entry -> ofImport.contains(entry.eventId()) && isStanding(history, entry))
                    .sorted(Comparator.comparing((Entry entry) -> entry.event() instanceof TiltakRegistered)
                            .thenComparing(Comparator.comparingLong(Entry::sequence).reversed()))
                    .toList());
            undoneBefore += ofImport.size() - standing.size();
            standing.forEach(entry -> undo(number, history, entry, ofImport));
        });
    }

    /** What was recorded for the request when it was sent first: its events say so. */
    void remember(SortedMap<TiltakNumber, Set<String>> entries, WholeRequest sent) {
        entries.forEach((number, ofImport) -> {
            TiltakHistory history = histories.of(number);
            List<Entry> recorded = history.entries()
                    .stream()
                    .filter(entry -> entry.request() != null && sent.hasPart(entry.request()))
                    .toList();
            recorded.forEach(entry -> remember(number, entry, Objects.requireNonNull(entry.request())));
            List<Entry> left = history.entries()
                    .stream()
                    .filter(entry -> ofImport.contains(entry.eventId()) && isStanding(history, entry)
                            && removed.stream().noneMatch(undone -> undone.event().equals(entry.eventId())))
                    .toList();
            left.forEach(entry -> skip(number, entry));
            undoneBefore += ofImport.size() - recorded.size() - left.size();
        });
    }

    private void remember(TiltakNumber number, Entry entry, RequestKey part) {
        if (entry.event() instanceof EntryRetracted retraction) {
            retracted.add(new Undone(number, retraction.event()));
        } else {
            removed.add(new Undone(number, WholeRequest.nameOf(part)));
        }
    }

    private void skip(TiltakNumber number, Entry entry) {
        skipped.add(new Skipped(number, entry.eventId(), code(new NotRetractable(number, entry.eventId())),
                "It is the only registration of tiltak " + number + ", and entries from elsewhere rest on it."));
    }

    private static boolean isStanding(TiltakHistory history, Entry entry) {
        return entry.event() instanceof Effective && !history.isRetracted(entry);
    }

    private void undo(TiltakNumber number, TiltakHistory history, Entry entry, Set<String> ofImport) {
        List<Entry> others = history.entries()
                .stream()
                .filter(other -> !other.equals(entry) && isStanding(history, other))
                .toList();
        boolean onlyRegistration = entry.event() instanceof TiltakRegistered
                && others.stream().noneMatch(other -> other.event() instanceof TiltakRegistered);
        if (!onlyRegistration) {
            record(number, entry, new RetractEntry(number, entry.eventId(), comment), retracted);
            return;
        }
        LocalDate day = ((Effective) entry.event()).occasion().effectiveFrom();
        if (others.stream().anyMatch(other -> saysItWasAnError(other, day))) {
            undoneBefore++;
        } else if (others.stream().anyMatch(other -> !ofImport.contains(other.eventId()))) {
            skip(number, entry);
        } else {
            record(number, entry, new RemoveTiltak(number, new Occasion(day, comment, null, true),
                    RemovalReason.REGISTERED_IN_ERROR, null, List.of(), null), removed);
        }
    }

    private static boolean saysItWasAnError(Entry entry, LocalDate day) {
        return entry.event() instanceof TiltakRemoved removal && removal.reason() == RemovalReason.REGISTERED_IN_ERROR
                && removal.occasion().effectiveFrom().equals(day);
    }

    private void record(TiltakNumber number, Entry entry, TiltakCommand command, List<Undone> undone) {
        Rejection refused = refusal(command, entry);
        if (refused == null) {
            undone.add(new Undone(number, entry.eventId()));
        } else {
            skipped.add(new Skipped(number, entry.eventId(), code(refused), refused.message()));
        }
    }

    private static String code(Rejection refused) {
        return RejectionProblems.of(refused).code().code();
    }

    /** Why a command was refused; null: it was not. */
    private @Nullable Rejection refusal(TiltakCommand command, Entry about) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CommandMessage<TiltakCommand> message = GenericCommandMessage.<TiltakCommand>asCommandMessage(command)
                .andMetaData(metaData(about));
        commands.<TiltakCommand, Object>dispatch(message,
                (sent, answer) -> failure.set(answer.isExceptional() ? answer.exceptionResult() : null));
        return switch (failure.get()) {
            case null -> null;
            case CommandExecutionException refused when Rejected.in(refused) != null -> Rejected.in(refused);
            case RuntimeException failed -> throw failed;
            case Throwable failed -> throw new IllegalStateException(failed);
        };
    }

    private Map<String, Object> metaData(Entry about) {
        Map<String, Object> metaData = new HashMap<>(provenance);
        if (request != null) {
            RequestKey part = request.part(about.eventId());
            metaData.put(RequestKey.KEY, part.key());
            metaData.put(RequestKey.DIGEST, part.digest());
        }
        return metaData;
    }

    RetractedImport answer(String id, long position) {
        return new RetractedImport(id, retracted, removed, skipped, undoneBefore, position);
    }
}
