package no.ehelse.portfolio.archfixture.clock;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Breaks the rule on clocks. */
public class ReadsTheClock {

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
