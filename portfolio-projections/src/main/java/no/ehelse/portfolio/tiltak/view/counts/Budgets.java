package no.ehelse.portfolio.tiltak.view.counts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.ReportingRequirement;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;

/** Sums of budgets, each with how many reported it, did not, or were not asked. */
public final class Budgets {

    private Budgets() {}

    /** The calendar years that any of the tiltak states a budget of, reported or not. */
    static Set<Integer> years(Collection<TiltakVersion> tiltak) {
        BitSet years = new BitSet();
        for (TiltakVersion version : tiltak) {
            List<Attribute<?>> stated = version.state().facts().attributes();
            for (int place = stated.size() - 1; place >= 0 && stated.get(place).isBudget(); place--) {
                years.set(stated.get(place).year());
            }
        }
        return years.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The budgets of the tiltak, by year.
     *
     * @param day the day (valid time) that is asked about
     */
    public static SortedMap<Integer, Counts.Budget> of(List<TiltakVersion> tiltak, Set<Integer> years, LocalDate day) {
        SortedMap<Integer, Sum> sums = new TreeMap<>();
        years.forEach(year -> sums.put(year, new Sum(Attribute.budget(year))));
        for (TiltakVersion version : tiltak) {
            for (Sum sum : sums.values()) {
                sum.add(version, day);
            }
        }
        SortedMap<Integer, Counts.Budget> budgets = new TreeMap<>();
        sums.forEach((year, sum) -> budgets.put(year, sum.of(tiltak.size())));
        return budgets;
    }

    /** The sum of one year. */
    private static final class Sum {

        private final Attribute<BigDecimal> budget;
        private BigDecimal amount = BigDecimal.ZERO;
        private int reported;
        private int notAsked;

        Sum(Attribute<BigDecimal> budget) {
            this.budget = budget;
        }

        void add(TiltakVersion version, LocalDate day) {
            BigDecimal one = version.get(budget);
            if (one != null) {
                amount = amount.add(one);
                reported++;
            } else if (!ReportingRequirement.isAsked(budget, day, version.state().facts())) {
                notAsked++;
            }
        }

        Counts.Budget of(int all) {
            return new Counts.Budget(amount, reported, all - reported - notAsked, notAsked);
        }
    }
}
