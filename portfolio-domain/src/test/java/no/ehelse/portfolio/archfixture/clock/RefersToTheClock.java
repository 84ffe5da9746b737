package no.ehelse.portfolio.archfixture.clock;

import java.time.Instant;
import java.util.function.Supplier;

/** Breaks the rule on clocks without calling one. */
public class RefersToTheClock {

    Supplier<Instant> now() {
        return Instant::now;
    }
}
