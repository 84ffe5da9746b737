package no.ehelse.portfolio.tiltak;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The budgets among stated values, as they lie there: by calendar year, in million kroner, null for not reported. */
final class BudgetsByYear extends AbstractMap<Integer, @Nullable BigDecimal> {

    private final Attribute<?>[] attributes;
    private final @Nullable Object[] values;

    /**
     * Shows the budgets of facts.
     *
     * @param attributes in their order, budgets last
     * @param values those of the attributes
     */
    BudgetsByYear(Attribute<?>[] attributes, @Nullable Object[] values) {
        this.attributes = attributes;
        this.values = values;
    }

    private int first() {
        int first = attributes.length;
        while (first > 0 && attributes[first - 1].isBudget()) {
            first--;
        }
        return first;
    }

    @Override
    public Set<Map.Entry<Integer, @Nullable BigDecimal>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return attributes.length - first();
            }

            @Override
            public Iterator<Map.Entry<Integer, @Nullable BigDecimal>> iterator() {
                return new Entries(first());
            }
        };
    }

    /** The budgets from a place on. */
    private final class Entries implements Iterator<Map.Entry<Integer, @Nullable BigDecimal>> {

        private int next;

        Entries(int first) {
            next = first;
        }

        @Override
        public boolean hasNext() {
            return next < attributes.length;
        }

        @Override
        public Map.Entry<Integer, @Nullable BigDecimal> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int place = next++;
            return new SimpleImmutableEntry<>(attributes[place].year(), (BigDecimal) values[place]);
        }
    }
}
