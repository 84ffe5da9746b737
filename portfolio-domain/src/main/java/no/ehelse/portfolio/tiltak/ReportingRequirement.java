package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is asked of whom, as rules with a validity: a value that is null and not asked is not "not reported". */
public final class ReportingRequirement {

    private static final LocalDate SEGMENTS_IN_USE = LocalDate.of(2022, 1, 1);

    /** What is asked of one year's budget is asked of each. */
    private static final Attribute<?> ANY_BUDGET = Attribute.budget(SEGMENTS_IN_USE.getYear());

    private static final List<Rule> RULES = List.of(
            new Rule(SEGMENTS_IN_USE, Attribute.RISK::equals, segment -> segment != Segment.OBSERVE),
            new Rule(SEGMENTS_IN_USE, Attribute::isBudget, segment -> segment == Segment.GOVERN_JOINTLY));

    /**
     * One rule.
     *
     * @param from the first day (valid time) of the rule; before it the attributes are asked of all
     * @param attributes the attributes that it is about
     * @param asked of which segment they are asked; null is the unknown segment
     */
    private record Rule(LocalDate from, Predicate<Attribute<?>> attributes, Predicate<@Nullable Segment> asked) {}

    private ReportingRequirement() {}

    /**
     * Whether an attribute is asked of a tiltak.
     *
     * @param day the day (valid time)
     * @param facts the values that hold on that day; the segment is taken from them
     */
    public static boolean isAsked(Attribute<?> attribute, LocalDate day, Facts facts) {
        for (Rule rule : RULES) {
            if (!day.isBefore(rule.from) && rule.attributes.test(attribute)
                    && !rule.asked.test(facts.get(Attribute.SEGMENT))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether budgets are asked of a tiltak, of whatever year.
     *
     * @param day the day (valid time)
     * @param facts the values that hold on that day; the segment is taken from them
     */
    public static boolean areBudgetsAsked(LocalDate day, Facts facts) {
        return isAsked(ANY_BUDGET, day, facts);
    }

    /**
     * The names of the attributes whose value is null because it is not asked: {@code risk}, {@code budgets.2021}, or
     * {@code budgets} where no year is stated at all.
     *
     * @param day the day (valid time)
     * @param facts the values that hold on that day
     */
    public static List<String> notAsked(LocalDate day, Facts facts) {
        List<String> names = new ArrayList<>();
        if (facts.get(Attribute.RISK) == null && !isAsked(Attribute.RISK, day, facts)) {
            names.add(Attribute.RISK.name());
        }
        if (areBudgetsAsked(day, facts)) {
            return names;
        }
        boolean noYear = true;
        for (Attribute<?> attribute : facts.attributes()) {
            if (attribute.isBudget()) {
                noYear = false;
                if (facts.get(attribute) == null) {
                    names.add(attribute.name());
                }
            }
        }
        if (noYear) {
            names.add(Attribute.BUDGETS);
        }
        return names;
    }
}
