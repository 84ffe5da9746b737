package no.ehelse.portfolio.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rounds as of the transaction that asks: never behind a command that was answered. */
public interface Rounds {

    /** The cut-off day of a round, or empty where there is no such round. */
    Optional<LocalDate> cutOff(RoundId round);

    /** The published rounds whose cut-off is on that day or later, by cut-off. */
    List<RoundId> publishedFrom(LocalDate day);
}
