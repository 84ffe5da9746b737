package no.ehelse.portfolio.tiltak;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * The temporal rule once more, word for word and by brute force: for every question it looks at all entries again. It
 * knows texts only, and shares nothing with {@link TiltakHistory} and {@link TiltakState} but the events.
 */
final class NaiveOracle {

    /** The names of what an entry can say, in the order in which changes are listed; budgets come after them by year. */
    private static final List<String> NAMES = List.of("inPortfolio", "name", "organisation", "status", "risk", "phase",
            "segment", "activity", "focusArea", "budgets.2020", "budgets.2021", "budgets.2022");

    private static final String NULL = "null";

    /**
     * One entry as texts.
     *
     * @param day null for a retraction
     * @param retracts the identifier of the entry that it retracts; null for all other entries
     * @param says attribute names with texts; "null" is said to be not reported
     */
    private record Said(String id, Instant recordedAt, @Nullable LocalDate day, @Nullable String retracts,
            Map<String, String> says) {}

    private final List<Said> all = new ArrayList<>();

    NaiveOracle(List<TiltakHistory.Entry> entries) {
        for (TiltakHistory.Entry entry : entries) {
            all.add(said(entry.eventId(), entry.recordedAt(), entry.event()));
        }
    }

    private static Said said(String id, Instant recordedAt, TiltakEvent event) {
        Map<String, String> says = new TreeMap<>();
        LocalDate day = null;
        String retracts = null;
        switch (event) {
            case TiltakRegistered registered -> {
                day = registered.occasion().effectiveFrom();
                says.put("presence", "present since " + registered.earliest());
                says.put("inPortfolio", "true");
                all(says, registered.facts(), null, null);
                round(says, registered.occasion());
            }
            case TiltakReinstated reinstated -> {
                day = reinstated.occasion().effectiveFrom();
                says.put("presence", "present since null");
                says.put("inPortfolio", "true");
            }
            case TiltakRemoved removed -> {
                day = removed.occasion().effectiveFrom();
                says.put("presence", "left " + removed.reason() + removed.wayForward() + removed.successors()
                        + removed.earliest());
                says.put("inPortfolio", "false");
            }
            case StatusReported reported -> {
                day = reported.occasion().effectiveFrom();
                says.put("status", text(reported.status()));
                says.put("comments.status", text(reported.occasion().comment()));
            }
            case RiskAssessed assessed -> {
                day = assessed.occasion().effectiveFrom();
                says.put("risk", text(assessed.risk()));
                says.put("comments.risk", text(assessed.occasion().comment()));
            }
            case PhaseChanged changed -> {
                day = changed.occasion().effectiveFrom();
                says.put("phase", text(changed.phase()));
            }
            case SegmentAssigned assigned -> {
                day = assigned.occasion().effectiveFrom();
                says.put("segment", text(assigned.segment()));
            }
            case ActivityChanged changed -> {
                day = changed.occasion().effectiveFrom();
                says.put("activity", text(changed.activity()));
            }
            case FocusAreaChanged changed -> {
                day = changed.occasion().effectiveFrom();
                says.put("focusArea", text(changed.focusArea()));
            }
            case BudgetReported reported -> {
                day = reported.occasion().effectiveFrom();
                says.put("budgets." + reported.year(), text(reported.amount()));
            }
            case TiltakRenamed renamed -> {
                day = renamed.occasion().effectiveFrom();
                says.put("name", renamed.name());
            }
            case TiltakTransferred transferred -> {
                day = transferred.occasion().effectiveFrom();
                says.put("organisation", text(transferred.organisation()));
            }
            case ReportSubmitted submitted -> {
                day = submitted.occasion().effectiveFrom();
                all(says, submitted.facts(), submitted.comments().status(), submitted.comments().risk());
                round(says, submitted.occasion());
            }
            case EntryRetracted retracted -> retracts = retracted.event();
        }
        return new Said(id, recordedAt, day, retracts, says);
    }

    private static void all(Map<String, String> says, Facts facts, @Nullable String statusComment,
            @Nullable String riskComment) {
        facts.write().forEach((name, value) -> says.put(name, text(value)));
        if (says.containsKey("status")) {
            says.put("comments.status", text(statusComment));
        }
        if (says.containsKey("risk")) {
            says.put("comments.risk", text(riskComment));
        }
    }

    private static void round(Map<String, String> says, Occasion occasion) {
        if (occasion.round() != null) {
            says.put("reported in " + occasion.round(), "true");
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? NULL : value.toString();
    }

    /** How many entries are known at an instant: up to the last one whose recordedAt, never decreasing, is not later. */
    int knownAt(Instant knownAt) {
        int known = 0;
        Instant recordedAt = Instant.MIN;
        for (int place = 0; place < all.size(); place++) {
            Instant clock = all.get(place).recordedAt();
            recordedAt = clock.isBefore(recordedAt) ? recordedAt : clock;
            if (!recordedAt.isAfter(knownAt)) {
                known = place + 1;
            }
        }
        return known;
    }

    private boolean isRetracted(Said entry, int known) {
        for (Said other : all.subList(0, known)) {
            if (entry.id().equals(other.retracts())) {
                return true;
            }
        }
        return false;
    }

    /** The known, not retracted entries, in recorded order. */
    private List<Said> holding(int known) {
        List<Said> holding = new ArrayList<>();
        for (Said entry : all.subList(0, known)) {
            if (entry.day() != null && !isRetracted(entry, known)) {
                holding.add(entry);
            }
        }
        return holding;
    }

    /** Everything that holds on a day, as known by the first entries: what was said by name, and nothing else. */
    Map<String, String> on(LocalDate day, int known) {
        List<Said> holding = holding(known);
        Set<String> names = new TreeSet<>();
        holding.forEach(entry -> names.addAll(entry.says().keySet()));
        Map<String, String> values = new TreeMap<>();
        for (String name : names) {
            String value = value(name, holding, day);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private static @Nullable String value(String name, List<Said> holding, LocalDate day) {
        Said winner = null;
        for (Said candidate : holding) {
            LocalDate from = Objects.requireNonNull(candidate.day());
            boolean states = candidate.says().containsKey(name);
            boolean inTime = !from.isAfter(day);
            boolean later = winner == null || !from.isBefore(Objects.requireNonNull(winner.day()));
            if (states && inTime && later) {
                winner = candidate;
            }
        }
        return winner == null ? null : winner.says().get(name);
    }

    /** The days from which something is said, as known by the first entries. */
    Set<LocalDate> days(int known) {
        Set<LocalDate> days = new TreeSet<>();
        holding(known).forEach(entry -> days.add(Objects.requireNonNull(entry.day())));
        return days;
    }

    /** How what holds on a day differs between two maps of it, as lines "name: before -> after". */
    static List<String> changes(Map<String, String> before, Map<String, String> after, LocalDate day) {
        List<String> changes = new ArrayList<>();
        for (String name : NAMES) {
            String ifUnsaid = name.equals("inPortfolio") ? "false" : NULL;
            String old = before.getOrDefault(name, ifUnsaid);
            String now = after.getOrDefault(name, ifUnsaid);
            if (!old.equals(now) && !(now.equals(NULL) && isNotAsked(name, after, day))) {
                changes.add(name + ": " + old + " -> " + now);
            }
        }
        return changes;
    }

    /** Since 2022 risk is not asked of tiltak in OBSERVE, and budget only of those in GOVERN_JOINTLY. */
    private static boolean isNotAsked(String name, Map<String, String> values, LocalDate day) {
        String segment = values.getOrDefault("segment", NULL);
        boolean inForce = day.getYear() >= 2022;
        return inForce && ((name.equals("risk") && segment.equals("OBSERVE"))
                || (name.startsWith("budgets.") && !segment.equals("GOVERN_JOINTLY")));
    }

    /** What an entry changes on its own day, or on that of the entry that it retracts, when it is recorded. */
    List<String> changesOf(int place) {
        LocalDate day = dayOf(place);
        return changes(on(day, place), on(day, place + 1), day);
    }

    /** The attributes that an entry says again. */
    List<String> confirmedBy(int place) {
        Map<String, String> before = on(dayOf(place), place);
        Map<String, String> says = all.get(place).says();
        return NAMES.stream()
                .filter(name -> !name.equals("inPortfolio"))
                .filter(says::containsKey)
                .filter(name -> Objects.equals(before.get(name), says.get(name)))
                .toList();
    }

    private LocalDate dayOf(int place) {
        Said entry = all.get(place);
        if (entry.day() != null) {
            return entry.day();
        }
        Map<String, Said> byId = new LinkedHashMap<>();
        all.forEach(said -> byId.put(said.id(), said));
        return Objects.requireNonNull(Objects.requireNonNull(byId.get(entry.retracts())).day());
    }

    /** The latest day up to a day on which presence or an attribute changed; the first day of all counts. */
    LocalDate changedOn(LocalDate day, int known) {
        LocalDate changedOn = days(known).iterator().next();
        for (LocalDate candidate : days(known)) {
            boolean changed = !changes(on(candidate.minusDays(1), known), on(candidate, known), candidate).isEmpty();
            if (!candidate.isAfter(day) && changed) {
                changedOn = candidate;
            }
        }
        return changedOn;
    }

    /** A state in the words of this oracle. */
    static Map<String, String> inWords(TiltakState state) {
        Map<String, String> words = new TreeMap<>();
        switch (state.presence()) {
            case Presence.Present present -> {
                words.put("presence", "present since " + present.earliest());
                words.put("inPortfolio", "true");
            }
            case Presence.Left left -> {
                words.put("presence",
                        "left " + left.reason() + left.wayForward() + left.successors() + left.earliest());
                words.put("inPortfolio", "false");
            }
            case Presence.NotYet notYet -> {}
        }
        state.facts().write().forEach((name, value) -> words.put(name, text(value)));
        if (words.containsKey("status") || state.comments().status() != null) {
            words.put("comments.status", text(state.comments().status()));
        }
        if (words.containsKey("risk") || state.comments().risk() != null) {
            words.put("comments.risk", text(state.comments().risk()));
        }
        state.reportedIn().forEach(round -> words.put("reported in " + round, "true"));
        return words;
    }
}
