package no.ehelse.portfolio.tiltak.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/**
 * What one event makes of the budgets of its tiltak.
 *
 * @param closed what is no longer known to hold
 * @param opened what holds in its place
 */
record BudgetChange(List<TiltakBudget.Key> closed, List<TiltakBudget> opened) {

    /**
     * The difference that an event makes.
     *
     * @param touched what the event, or the one that it retracts, states: no other budget can differ
     * @param before the history just before it
     * @param after the history with it
     */
    static BudgetChange between(TiltakNumber number, Envelope event, Facts touched, TiltakHistory before,
            TiltakHistory after) {
        List<TiltakBudget.Key> closed = new ArrayList<>();
        List<TiltakBudget> opened = new ArrayList<>();
        for (Attribute<?> attribute : touched.attributes()) {
            if (attribute.isBudget()) {
                int year = attribute.year();
                Attribute<BigDecimal> budget = Attribute.budget(year);
                Difference<TiltakHistory.Value<BigDecimal>> difference = Difference.between(before.values(budget),
                        after.values(budget));
                difference.gone().forEach(value -> closed.add(new TiltakBudget.Key(number, year, value.from())));
                difference.come().forEach(value -> opened.add(TiltakBudget.of(number, year, value, event)));
            }
        }
        return new BudgetChange(closed, opened);
    }
}
