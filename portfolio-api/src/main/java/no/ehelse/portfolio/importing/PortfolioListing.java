package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakNumber;

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
    List<Listed> presentOn(LocalDate day);
}
