package no.ehelse.portfolio.round.view.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.view.OrganisationView;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.round.view.reporting.WhoReported;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.FocusAreas;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import no.ehelse.portfolio.tiltak.view.counts.Budgets;
import no.ehelse.portfolio.tiltak.view.counts.Counts;
import no.ehelse.portfolio.tiltak.view.portfolio.Dimension;
import org.jspecify.annotations.Nullable;

/** Computes the report of a round at one place in the stream; pure. */
final class StatusReports {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Snapshot snapshot;
    private final Point point;
    private final List<TiltakVersion> present;
    private final List<TiltakVersion> active;
    private final Set<Integer> years;

    private StatusReports(Snapshot snapshot, Point point) {
        this.snapshot = snapshot;
        this.point = point;
        this.present = snapshot.portfolio(point);
        this.active = with(Activity.ACTIVE, present);
        int year = point.validOn().getYear();
        this.years = Set.of(year, year + 1);
    }

    /**
     * The report of a round as known at a stream position: all of it, the comparison with the previous round too.
     *
     * @param edition null: it is no published one
     * @param record what was recorded in the round's name up to the position
     */
    static StatusReport of(RoundView round, @Nullable Integer edition, long position, Snapshot snapshot,
            RoundRecord record) {
        Point point = new Point(round.cutOff(), position, null);
        RoundView previous = before(round, snapshot.rounds(position));
        StatusReport computed = new StatusReports(snapshot, point).report(round, edition, previous, record.standing());
        return PrintedBeside.of(computed, record.printedByName());
    }

    /** The round with the latest cut-off before that of another; null: there is none. */
    private static @Nullable RoundView before(RoundView round, List<RoundView> byCutOff) {
        RoundView last = null;
        for (RoundView other : byCutOff) {
            if (other.cutOff().isBefore(round.cutOff())) {
                last = other;
            }
        }
        return last;
    }

    private StatusReport report(RoundView round, @Nullable Integer edition, @Nullable RoundView previous,
            List<TiltakEntry> standing) {
        Point then = previous == null ? null : new Point(previous.cutOff(), point.position(), null);
        List<TiltakVersion> activeThen =
                then == null ? null : with(Activity.ACTIVE, snapshot.portfolio(then));
        SinceThen since = then == null ? null : SinceThen.between(then, point, snapshot);
        return new StatusReport(StatusReport.FORMAT, round.round(), round.name(), round.cutOff(), round.complete(),
                edition,
                previous == null ? null
                        : new StatusReport.Previous(previous.round(), previous.name(), previous.cutOff(),
                                previous.complete()),
                new StatusReport.Headline(active.size(), activeThen == null ? null : activeThen.size(),
                        activeThen == null ? null : active.size() - activeThen.size()),
                budgets(active), organisations(), shares(Dimension.ORGANISATION_GROUP),
                shares(Dimension.FOCUS_AREA_GROUP), segments(), distribution(Dimension.STATUS, then, activeThen),
                distribution(Dimension.RISK, then, activeThen), red(), since == null ? null : since.joined(),
                since == null ? null : since.left(), since == null ? null : since.renamed(),
                since == null ? null : since.moved(), since == null ? null : since.statusChanged(),
                since == null ? null : since.riskChanged(), listed(Activity.CANDIDATE), listed(Activity.PAUSED),
                listed(Activity.FINISHED), WhoReported.of(standing, snapshot, point), List.of());
    }

    private static List<TiltakVersion> with(Activity activity, List<TiltakVersion> some) {
        return some.stream().filter(version -> version.get(Attribute.ACTIVITY) == activity).toList();
    }

    private SortedMap<Integer, Counts.Budget> budgets(List<TiltakVersion> some) {
        SortedMap<Integer, Counts.Budget> budgets = new TreeMap<>();
        Budgets.of(some, years, point.validOn())
                .forEach((year, sum) -> budgets.put(year,
                        new Counts.Budget(FigureValue.plain(sum.amount()), sum.reported(), sum.notReported(),
                                sum.notAsked())));
        return budgets;
    }

    private Map<String, List<TiltakVersion>> groups(Dimension dimension, Point at, List<TiltakVersion> some) {
        Map<String, List<TiltakVersion>> groups = new LinkedHashMap<>();
        keys(dimension).forEach(key -> groups.put(key, new ArrayList<>()));
        for (TiltakVersion version : some) {
            groups.computeIfAbsent(dimension.keyOf(version, at.validOn(), snapshot), key -> new ArrayList<>())
                    .add(version);
        }
        return groups;
    }

    /** The keys that a report shows also where no tiltak has them, in their order. */
    private static List<String> keys(Dimension dimension) {
        List<String> keys = new ArrayList<>(dimension == Dimension.FOCUS_AREA_GROUP
                ? FocusAreas.GROUPS.stream().map(FocusAreas.FocusAreaGroup::code).toList()
                : dimension.codes());
        keys.add(Dimension.NOT_REPORTED);
        if (dimension == Dimension.RISK) {
            keys.add(Dimension.NOT_ASKED);
        }
        return keys;
    }

    private Map<String, StatusReport.OrganisationShare> organisations() {
        Map<String, List<TiltakVersion>> byId = new TreeMap<>();
        groups(Dimension.ORGANISATION, point, active).forEach(byId::put);
        Map<String, StatusReport.OrganisationShare> shares = new LinkedHashMap<>();
        byId.forEach((id, members) -> {
            OrganisationView organisation = id.equals(Dimension.NOT_REPORTED) ? null
                    : snapshot.organisation(new OrganisationId(id));
            shares.put(id,
                    new StatusReport.OrganisationShare(organisation == null ? null : organisation.name(),
                            organisation == null ? null : organisation.group(), members.size(), budgets(members)));
        });
        return shares;
    }

    private Map<String, StatusReport.Share> shares(Dimension dimension) {
        Map<String, StatusReport.Share> shares = new LinkedHashMap<>();
        groups(dimension, point, active)
                .forEach((key, members) -> shares.put(key,
                        new StatusReport.Share(members.size(), budgets(members))));
        return shares;
    }

    private Map<String, Integer> segments() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        groups(Dimension.SEGMENT, point, active).forEach((key, members) -> counts.put(key, members.size()));
        return counts;
    }

    private Map<String, StatusReport.Distribution> distribution(Dimension dimension, @Nullable Point then,
            @Nullable List<TiltakVersion> activeThen) {
        Map<String, List<TiltakVersion>> before =
                then == null || activeThen == null ? null : groups(dimension, then, activeThen);
        Map<String, StatusReport.Distribution> levels = new LinkedHashMap<>();
        groups(dimension, point, active).forEach((key, members) -> {
            List<TiltakVersion> old = before == null ? null : before.getOrDefault(key, List.of());
            levels.put(key,
                    new StatusReport.Distribution(members.size(), percent(members.size(), active.size()),
                            old == null ? null : old.size(),
                            old == null || activeThen == null ? null : percent(old.size(), activeThen.size())));
        });
        return levels;
    }

    private static int percent(int count, int total) {
        return total == 0 ? 0
                : BigDecimal.valueOf(count)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(total), 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    private StatusReport.Red red() {
        return new StatusReport.Red(
                explained(version -> version.get(Attribute.STATUS) == Status.RED,
                        version -> version.state().comments().status()),
                explained(version -> version.get(Attribute.RISK) == Risk.RED,
                        version -> version.state().comments().risk()));
    }

    private List<StatusReport.Explained> explained(Predicate<TiltakVersion> red,
            Function<TiltakVersion, @Nullable String> explanation) {
        return active.stream()
                .filter(red)
                .map(version -> new StatusReport.Explained(version.number(), name(version),
                        version.get(Attribute.ORGANISATION), explanation.apply(version)))
                .toList();
    }

    private List<StatusReport.ListedNow> listed(Activity activity) {
        return with(activity, present).stream()
                .map(version -> new StatusReport.ListedNow(version.number(), name(version),
                        version.get(Attribute.ORGANISATION)))
                .toList();
    }

    /** The name of a tiltak that was registered, which is never null. */
    static String name(TiltakVersion version) {
        return Objects.requireNonNull(version.get(Attribute.NAME));
    }
}
