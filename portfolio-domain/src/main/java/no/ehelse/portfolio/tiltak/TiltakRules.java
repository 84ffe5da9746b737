package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakReinstated;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import no.ehelse.portfolio.tiltak.TiltakRejection.AfterCutOff;
import no.ehelse.portfolio.tiltak.TiltakRejection.AfterRemoval;
import no.ehelse.portfolio.tiltak.TiltakRejection.AlreadyRemoved;
import no.ehelse.portfolio.tiltak.TiltakRejection.AlreadyRetracted;
import no.ehelse.portfolio.tiltak.TiltakRejection.BeforeRegistration;
import no.ehelse.portfolio.tiltak.TiltakRejection.NotOnRegistrationDay;
import no.ehelse.portfolio.tiltak.TiltakRejection.NotRemoved;
import no.ehelse.portfolio.tiltak.TiltakRejection.NotRetractable;
import no.ehelse.portfolio.tiltak.TiltakRejection.NumberTaken;
import no.ehelse.portfolio.tiltak.TiltakRejection.ReasonRequired;
import no.ehelse.portfolio.tiltak.TiltakRejection.RoundPublished;
import no.ehelse.portfolio.tiltak.TiltakRejection.SuccessorsRequired;
import no.ehelse.portfolio.tiltak.TiltakRejection.TooFarInFuture;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownFocusArea;
import org.jspecify.annotations.Nullable;

/** The rules that an event must keep to be recorded. */
final class TiltakRules {

    private final TiltakHistory history;
    private final Circumstances circumstances;

    private TiltakRules(TiltakHistory history, Circumstances circumstances) {
        this.history = history;
        this.circumstances = circumstances;
    }

    /** The first rule that an event would break if it were recorded next. */
    static Optional<TiltakRejection> firstBroken(TiltakHistory history, TiltakEvent event,
            Circumstances circumstances) {
        TiltakRules rules = new TiltakRules(history, circumstances);
        return Optional.ofNullable(switch (event) {
            case EntryRetracted retracted -> rules.retraction(retracted);
            case Effective effective -> rules.firstBrokenBy(effective);
        });
    }

    private @Nullable TiltakRejection retraction(EntryRetracted retracted) {
        TiltakHistory.Entry entry = history.entry(retracted.event()).orElseThrow();
        if (retracted.comment().isEmpty()) {
            return new ReasonRequired(retracted.number());
        }
        if (history.isRetracted(entry)) {
            return new AlreadyRetracted(retracted.number(), retracted.event(), history.retractionOf(entry).eventId());
        }
        boolean onlyRegistration = entry.event() instanceof TiltakRegistered && registrations().size() == 1;
        return entry.event() instanceof EntryRetracted || onlyRegistration || leavesItNameless(retracted)
                ? new NotRetractable(retracted.number(), retracted.event())
                : null;
    }

    /** Without the registration that named it, a reinstatement would bring back a tiltak that is called nothing. */
    private boolean leavesItNameless(EntryRetracted retracted) {
        return history.afterNext(retracted)
                .periods()
                .stream()
                .map(TiltakHistory.Period::state)
                .anyMatch(state -> state.inPortfolio() && state.facts().get(Attribute.NAME) == null);
    }

    private @Nullable TiltakRejection firstBrokenBy(Effective event) {
        return Stream.<@Nullable TiltakRejection>of(reason(event), future(event), focusArea(event), presence(event),
                cutOff(event), published(event)).filter(broken -> broken != null).findFirst().orElse(null);
    }

    private static @Nullable TiltakRejection reason(Effective event) {
        return event.occasion().correction() && event.occasion().comment() == null
                ? new ReasonRequired(event.number())
                : null;
    }

    private @Nullable TiltakRejection future(Effective event) {
        LocalDate latest = circumstances.today().plusYears(1);
        LocalDate day = event.occasion().effectiveFrom();
        return day.isAfter(latest) ? new TooFarInFuture(day, latest) : null;
    }

    private static @Nullable TiltakRejection focusArea(Effective event) {
        FocusAreaCode code = TiltakEvent.factsOf(event).get(Attribute.FOCUS_AREA);
        return code != null && FocusAreas.find(code).isEmpty() ? new UnknownFocusArea(code) : null;
    }

    private @Nullable TiltakRejection presence(Effective event) {
        LocalDate day = event.occasion().effectiveFrom();
        LocalDate registeredFrom = history.registeredFrom();
        if (event instanceof TiltakRegistered) {
            return registeredFrom != null && !day.isBefore(registeredFrom)
                    ? new NumberTaken(event.number(), registeredFrom)
                    : null;
        }
        if (registeredFrom == null || day.isBefore(registeredFrom)) {
            return new BeforeRegistration(event.number(), day, registeredFrom);
        }
        boolean present = history.on(day).inPortfolio();
        return switch (event) {
            case TiltakRemoved removed -> present ? removal(removed) : new AlreadyRemoved(event.number(), day);
            case TiltakReinstated reinstated -> present ? new NotRemoved(event.number(), day) : null;
            case Effective fact -> present ? null : new AfterRemoval(event.number(), day);
        };
    }

    private @Nullable TiltakRejection removal(TiltakRemoved removed) {
        LocalDate day = removed.occasion().effectiveFrom();
        boolean registeredThatDay = registrations().stream()
                .anyMatch(registration -> registration.occasion().effectiveFrom().equals(day));
        return switch (removed.reason()) {
            case CONTINUED_IN -> removed.successors().isEmpty() ? new SuccessorsRequired(removed.number()) : null;
            case REGISTERED_IN_ERROR -> registeredThatDay ? null
                    : new NotOnRegistrationDay(removed.number(), day, history.registeredFrom());
            case COMPLETED, ENDED, AWAITING_DECISION, REORGANISED, SCOPE_REDUCED, MOVED_TO_OPERATIONS, UNKNOWN -> null;
        };
    }

    private @Nullable TiltakRejection cutOff(Effective event) {
        RoundId round = event.occasion().round();
        if (!(event instanceof ReportSubmitted) || round == null) {
            return null;
        }
        LocalDate day = event.occasion().effectiveFrom();
        LocalDate cutOff = circumstances.rounds().cutOff(round).orElseThrow();
        return day.isAfter(cutOff) ? new AfterCutOff(round, cutOff, day) : null;
    }

    private @Nullable TiltakRejection published(Effective event) {
        if (event.occasion().correction()) {
            return null;
        }
        List<RoundId> rounds = circumstances.rounds().publishedFrom(event.occasion().effectiveFrom());
        return rounds.isEmpty() ? null : new RoundPublished(event.occasion().effectiveFrom(), rounds);
    }

    private List<TiltakRegistered> registrations() {
        return history.liveEntries()
                .stream()
                .map(TiltakHistory.Entry::event)
                .filter(TiltakRegistered.class::isInstance)
                .map(TiltakRegistered.class::cast)
                .toList();
    }
}
