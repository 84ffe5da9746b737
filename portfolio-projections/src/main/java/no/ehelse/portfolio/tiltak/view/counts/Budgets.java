package no.ehelse.portfolio.tiltak.view.counts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.ReportingRequirement;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;

/** Sums of budgets, each with how many reported it, did not, or were not asked. */
public final class Budgets {

    private Budgets() {}

    /** The calendar years that any of the tiltak states a budget of, reported or not. */
    static Set<Integer> years(Collection<TiltakVersion> tiltak) {
        Set<Integer> years = new TreeSet<>();
        for (TiltakVersion version : tiltak) {
            for (Attribute<?> attribute : version.state().facts().attributes()) {
                if (attribute.isBudget()) {
                    years.add(attribute.year());
                }
            }
        }
        return years;
    }

    /**
     * The budgets of the tiltak, by year.
     *
     * @param day the day (valid time) that is asked about
     */
    public static SortedMap<Integer, Counts.Budget> of(List<TiltakVersion> tiltak, Set<Integer> years, LocalDate day) {
        SortedMap<Integer, Counts.Budget> budgets = new TreeMap<>();
        for (int year : years) {
            budgets.put(year, of(tiltak, Attribute.budget(year), day));
        }
        return budgets;
    }

    private static Counts.Budget of(List<TiltakVersion> tiltak, Attribute<BigDecimal> budget, LocalDate day) {
        BigDecimal amount = BigDecimal.ZERO;
        int reported = 0;
        int notAsked = 0;
        for (TiltakVersion version : tiltak) {
            BigDecimal one = version.get(budget);
            if (one != null) {
                amount = amount.add(one);
                reported++;
            } else if (!ReportingRequirement.isAsked(budget, day, version.state().facts())) {
                notAsked++;
            }
        }
        return new Counts.Budget(amount, reported, tiltak.size() - reported - notAsked, notAsked);
    }
}
