package no.ehelse.portfolio.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.ehelse.portfolio.organisation.OrganisationCommand;
import no.ehelse.portfolio.organisation.OrganisationCommand.RegisterOrganisation;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.round.RoundCommand;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreas;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssessRisk;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssignSegment;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeFocusArea;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangePhase;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReinstateTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RenameTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportBudget;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakCommand.TransferTiltak;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio as it might have been reported: the same seed, the same portfolio.
 *
 * <p>Of a tiltak's entries about two in five are reports in a round with four facts, the others state one; they come in
 * the order of their effective days but for one in ten, which is up to half a year late; one tiltak in twenty leaves the
 * portfolio and comes back.
 */
final class Workload {

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY);
    private static final int ORGANISATIONS = 20;
    private static final int LATE_DAYS = 180;
    private static final int PUBLISHED = 2;

    private final Random random;
    private final List<RoundId> rounds = new ArrayList<>();

    /** A portfolio of that seed. */
    Workload(long seed) {
        random = new Random(seed);
        for (int year = FIRST_DAY.getYear(); year <= LAST_DAY.getYear(); year++) {
            for (String month : List.of("03", "06", "09", "12")) {
                rounds.add(new RoundId(year + "-" + month));
            }
        }
    }

    /** The organisations that tiltak belong to. */
    List<OrganisationCommand> organisations() {
        List<OrganisationCommand> commands = new ArrayList<>();
        for (int place = 0; place < ORGANISATIONS; place++) {
            commands.add(new RegisterOrganisation(new OrganisationId("virksomhet-" + place), "Virksomhet " + place,
                    oneOf(OrganisationGroup.values()),
                    List.of("Virksomheten nr. " + place)));
        }
        return commands;
    }

    /** The rounds, a quarter each: half of them closed, the first two published. */
    List<RoundCommand> rounds() {
        List<RoundCommand> commands = new ArrayList<>();
        for (RoundId round : rounds) {
            commands.add(new OpenRound(round, "Rapportering " + round.value(), cutOff(round), true));
        }
        for (RoundId round : rounds.subList(0, rounds.size() / 2)) {
            commands.add(new CloseRound(round));
        }
        for (RoundId round : rounds.subList(0, PUBLISHED)) {
            commands.add(new PublishRound(round, null));
        }
        return commands;
    }

    private static LocalDate cutOff(RoundId round) {
        return LocalDate.parse(round.value() + "-01").plusMonths(1).minusDays(1);
    }

    /** A day (valid time) on which every tiltak is registered. */
    LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    /** A day (valid time) within the last three months of the portfolio, as most reports have in daily use. */
    LocalDate recentDay() {
        return LAST_DAY.minusDays(random.nextInt(LATE_DAYS / 2));
    }

    /** A whole number from 0 to less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** The first entry of a tiltak; it is sent before any round is published. */
    TiltakCommand registration(int number) {
        Facts facts = Facts.of(Attribute.NAME, "Tiltak nummer " + number)
                .with(Attribute.STATUS, oneOf(Status.values()))
                .with(Attribute.PHASE, oneOf(Phase.values()))
                .with(Attribute.SEGMENT, oneOf(Segment.values()))
                .with(Attribute.FOCUS_AREA, FocusAreas.ALL.get(below(FocusAreas.ALL.size())).code())
                .with(Attribute.budget(2020), amount());
        return new RegisterTiltak(new TiltakNumber(number), Occasion.on(FIRST_DAY), facts, organisation(), null);
    }

    /**
     * A later entry of a tiltak.
     *
     * @param entry its number, from 1
     * @param entries how many there will be of the tiltak
     */
    TiltakCommand entry(int number, int entry, int entries) {
        LocalDate day = FIRST_DAY.plusDays((long) DAYS * entry / entries);
        boolean leaves = number % 20 == 0;
        if (leaves && entry == entries / 2) {
            return new RemoveTiltak(new TiltakNumber(number), occasion(day, "Satt på vent"),
                    RemovalReason.AWAITING_DECISION, "Avventer budsjett", List.of(), null);
        }
        if (leaves && entry == entries / 2 + 1) {
            return new ReinstateTiltak(new TiltakNumber(number), occasion(day, null));
        }
        boolean late = !leaves && below(10) == 0;
        return fact(number, late ? later(day.minusDays(below(LATE_DAYS)), FIRST_DAY) : day);
    }

    /** An entry of a tiltak that is in the portfolio on the day. */
    TiltakCommand fact(int tiltak, LocalDate day) {
        TiltakNumber number = new TiltakNumber(tiltak);
        int kind = below(20);
        return switch (kind) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> report(number, day);
            case 8, 9, 10, 11 -> new ReportStatus(number, occasion(day, comment()), oneOf(Status.values()));
            case 12, 13 -> new AssessRisk(number, occasion(day, comment()), oneOf(Risk.values()));
            case 14, 15 -> new ReportBudget(number, occasion(day, null), day.getYear(), amount());
            case 16 -> new ChangePhase(number, occasion(day, null), oneOf(Phase.values()));
            case 17 -> new AssignSegment(number, occasion(day, null), oneOf(Segment.values()));
            case 18 -> new RenameTiltak(number, occasion(day, null), "Tiltak nummer " + number + ", " + below(1000));
            default -> below(2) == 0 ? new TransferTiltak(number, occasion(day, null), organisation())
                    : new ChangeFocusArea(number, occasion(day, null),
                            FocusAreas.ALL.get(below(FocusAreas.ALL.size())).code());
        };
    }

    private TiltakCommand report(TiltakNumber number, LocalDate day) {
        int quarter = (day.getYear() - FIRST_DAY.getYear()) * 4 + (day.getMonthValue() - 1) / 3;
        Facts facts = Facts.of(Attribute.STATUS, oneOf(Status.values()))
                .with(Attribute.RISK, oneOf(Risk.values()))
                .with(Attribute.PHASE, oneOf(Phase.values()))
                .with(Attribute.budget(day.getYear()), amount());
        Occasion occasion = occasion(day, null);
        return new SubmitReport(number, rounds.get(quarter), day, occasion.comment(), occasion.correction(), facts,
                null, new Comments(comment(), null));
    }

    private Occasion occasion(LocalDate day, @Nullable String comment) {
        boolean published = !day.isAfter(cutOff(rounds.get(PUBLISHED - 1)));
        return new Occasion(day, published && comment == null ? "Rettelse" : comment, null, published);
    }

    private String comment() {
        return "Fremdrift som planlagt, men avhengig av leverandør; notat " + below(1_000_000);
    }

    private OrganisationReference organisation() {
        return new OrganisationReference("virksomhet-" + below(ORGANISATIONS));
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(below(1000), 1);
    }

    private <T> T oneOf(T[] values) {
        return values[below(values.length)];
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
