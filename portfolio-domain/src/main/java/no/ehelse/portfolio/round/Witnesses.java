package no.ehelse.portfolio.round;

import java.time.LocalDate;

/** Whoever can tell what an edition rests on, as of the transaction that asks. */
@FunctionalInterface
public interface Witnesses {

    /**
     * What the edition that is published next rests on. Whoever asks is the next to record anything: until the end of
     * the transaction nothing comes between.
     *
     * @param round the round that is published
     * @param cutOff its last day (valid time)
     * @param edition 1 for the first edition
     */
    Witness of(RoundId round, LocalDate cutOff, int edition);
}
