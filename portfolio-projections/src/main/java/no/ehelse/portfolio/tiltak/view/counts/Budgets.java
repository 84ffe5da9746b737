package no.ehelse.portfolio.tiltak.view.counts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.ReportingRequirement;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/** Budgets of tiltak on one day, being summed up by calendar year, each year with how many reported it, did not, or were not asked. */
public final class Budgets {

    private static final Sum NOTHING = new Sum();

    private final LocalDate day;
    private final SortedMap<Integer, Sum> sums = new TreeMap<>();
    private int tiltak;
    private int unasked;

    /** The sum of one year. */
    private static final class Sum {

        private BigDecimal amount = BigDecimal.ZERO;
        private int reported;

        /** How many of those who reported were not asked. */
        private int unasked;

        void add(BigDecimal more, int reporting, int unaskedAmong) {
            amount = amount.add(more);
            reported += reporting;
            unasked += unaskedAmong;
        }
    }

    /**
     * Nothing yet.
     *
     * @param day the day (valid time) that is asked about
     */
    Budgets(LocalDate day) {
        this.day = day;
    }

    /**
     * The budgets of the tiltak, by year.
     *
     * @param day the day (valid time) that is asked about
     */
    public static SortedMap<Integer, Counts.Budget> of(List<TiltakVersion> tiltak, Set<Integer> years, LocalDate day) {
        Budgets budgets = new Budgets(day);
        tiltak.forEach(budgets::add);
        return budgets.of(years);
    }

    void add(TiltakVersion version) {
        Facts facts = version.state().facts();
        int notAsked = ReportingRequirement.areBudgetsAsked(day, facts) ? 0 : 1;
        tiltak++;
        unasked += notAsked;
        facts.eachBudget((amount, year) -> add(year, amount, notAsked));
    }

    private void add(int year, @Nullable BigDecimal amount, int notAsked) {
        Sum sum = sums.get(year);
        if (sum == null) {
            sum = new Sum();
            sums.put(year, sum);
        }
        if (amount != null) {
            sum.add(amount, 1, notAsked);
        }
    }

    /** Adds those of other tiltak. */
    void add(Budgets others) {
        tiltak += others.tiltak;
        unasked += others.unasked;
        others.sums.forEach((year, sum) -> sums.computeIfAbsent(year, added -> new Sum())
                .add(sum.amount, sum.reported, sum.unasked));
    }

    /** How many tiltak there are. */
    int tiltak() {
        return tiltak;
    }

    /** The calendar years that any of the tiltak states a budget of, reported or not. */
    Set<Integer> years() {
        return sums.keySet();
    }

    /** The sums of those years, whether or not any of the tiltak states a budget of them. */
    SortedMap<Integer, Counts.Budget> of(Set<Integer> years) {
        SortedMap<Integer, Counts.Budget> budgets = new TreeMap<>();
        for (int year : years) {
            Sum sum = sums.getOrDefault(year, NOTHING);
            int notAsked = unasked - sum.unasked;
            budgets.put(year,
                    new Counts.Budget(sum.amount, sum.reported, tiltak - sum.reported - notAsked, notAsked));
        }
        return budgets;
    }
}
