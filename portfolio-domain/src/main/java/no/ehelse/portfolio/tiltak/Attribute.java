package no.ehelse.portfolio.tiltak;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be reported about a tiltak; it has one value, or none, on each day.
 *
 * @param <T> the type of its values
 */
public final class Attribute<T> implements Comparable<Attribute<?>> {

    /** The name that {@link Presence} goes by where it is listed among the attributes. */
    public static final String IN_PORTFOLIO = "inPortfolio";

    /** The name of all budget years together. */
    public static final String BUDGETS = "budgets";

    /** What the tiltak is called; never null. */
    public static final Attribute<String> NAME = new Attribute<>(0, "name", Function.identity());
    /** Who answers for it; null: not reported. */
    public static final Attribute<OrganisationId> ORGANISATION = new Attribute<>(1, "organisation",
            OrganisationId::new);
    /** How delivery goes; null: not reported. */
    public static final Attribute<Status> STATUS = new Attribute<>(2, "status", Status::valueOf);
    /** How large its risk is; null: not reported, or not asked. */
    public static final Attribute<Risk> RISK = new Attribute<>(3, "risk", Risk::valueOf);
    /** How far it has come; null: not reported. */
    public static final Attribute<Phase> PHASE = new Attribute<>(4, "phase", Phase::valueOf);
    /** How closely it is steered; null: not reported. */
    public static final Attribute<Segment> SEGMENT = new Attribute<>(5, "segment", Segment::valueOf);
    /** Whether it is running; never null. */
    public static final Attribute<Activity> ACTIVITY = new Attribute<>(6, "activity", Activity::valueOf);
    /** Its strategic focus area; null: not reported. */
    public static final Attribute<FocusAreaCode> FOCUS_AREA = new Attribute<>(7, "focusArea", FocusAreaCode::new);

    /** Every attribute but the budget years, in the order in which they are listed. */
    public static final List<Attribute<?>> SCALARS = List.of(NAME, ORGANISATION, STATUS, RISK, PHASE, SEGMENT, ACTIVITY,
            FOCUS_AREA);

    private static final String BUDGET_PREFIX = BUDGETS + ".";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private static final List<Attribute<BigDecimal>> YEARS = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
            .mapToObj(year -> new Attribute<>(year, BUDGET_PREFIX + year, BigDecimal::new))
            .toList();

    private final int order;
    private final String name;
    private final Function<String, T> reader;

    private Attribute(int order, String name, Function<String, T> reader) {
        this.order = order;
        this.name = name;
        this.reader = reader;
    }

    /**
     * The budget of a calendar year in million kroner; null: not reported. It holds until the same year is set again.
     *
     * @throws InvalidValue unless the year is between 2000 and 2100
     */
    public static Attribute<BigDecimal> budget(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidValue("year", "out-of-range", "year is between 2000 and 2100");
        }
        return YEARS.get(year - FIRST_YEAR);
    }

    /**
     * The attribute of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Attribute<?> named(String name) {
        if (name.startsWith(BUDGET_PREFIX)) {
            return budget(Integer.parseInt(name.substring(BUDGET_PREFIX.length())));
        }
        return SCALARS.stream()
                .filter(attribute -> attribute.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no attribute is called " + name));
    }

    /** The name as in JSON: {@code status}, {@code budgets.2020}. */
    public String name() {
        return name;
    }

    /** Whether it is the budget of a year. */
    public boolean isBudget() {
        return order >= FIRST_YEAR;
    }

    /**
     * The calendar year whose budget it is.
     *
     * @throws IllegalStateException if it is no budget
     */
    public int year() {
        if (!isBudget()) {
            throw new IllegalStateException(name + " is no budget");
        }
        return order;
    }

    /** Where it stands among facts that state every scalar attribute. */
    int usualPlace() {
        return order;
    }

    /** Whether it always has a value, so that "not reported" cannot be said. */
    public boolean isNeverNull() {
        return this.equals(NAME) || this.equals(ACTIVITY);
    }

    /** The value that {@link #write} wrote. */
    public T read(String text) {
        return reader.apply(text);
    }

    /** The value as text: a constant, an id, a code, a plain decimal number; null stays null. */
    public @Nullable String write(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
    }

    @Override
    public int compareTo(Attribute<?> other) {
        return Integer.compare(order, other.order);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attribute<?> attribute && attribute.order == order;
    }

    @Override
    public int hashCode() {
        return order;
    }

    @Override
    public String toString() {
        return name;
    }
}
