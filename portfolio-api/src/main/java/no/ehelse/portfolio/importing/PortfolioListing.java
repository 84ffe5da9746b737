package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;

/** Which tiltak the portfolio has, as the read model knows it. */
@FunctionalInterface
public interface PortfolioListing {

    /**
     * A tiltak in the portfolio.
     *
     * @param name what it is called on the day
     */
    record Listed(TiltakNumber number, String name) {}

    /**
     * Every tiltak that is present on a day as known now, whatever its activity, by number.
     *
     * @param day the day (valid time)
     */
    default List<Listed> presentOn(LocalDate day) {
        return presentOn(day, null);
    }

    /**
     * Every tiltak that is present on a day as known up to a position of the stream, whatever its activity, by number.
     *
     * @param day the day (valid time)
     * @param knownUpTo the last event that is known; null: all are
     */
    List<Listed> presentOn(LocalDate day, @Nullable Long knownUpTo);

    /** Those that are not among some numbers. */
    static List<Listed> without(Collection<TiltakNumber> numbers, List<Listed> listed) {
        return listed.stream().filter(one -> !numbers.contains(one.number())).toList();
    }
}
