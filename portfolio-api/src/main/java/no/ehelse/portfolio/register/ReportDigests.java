package no.ehelse.portfolio.register;

import java.time.LocalDate;
import no.ehelse.portfolio.round.RoundId;

/** Whoever can compute the status report of an edition that is about to be published. */
public interface ReportDigests {

    /**
     * The SHA-256 of the report's bytes, in lower-case hexadecimal digits: of everything that was recorded up to now.
     *
     * @param cutOff the round's last day (valid time)
     * @param edition 1 for the first
     * @throws no.ehelse.portfolio.command.Rejected if the report would lack something that was recorded
     */
    String of(RoundId round, LocalDate cutOff, int edition);

    /**
     * Waits for what was recorded before, so that little is left to wait for later.
     *
     * @throws no.ehelse.portfolio.command.Rejected if that does not come in time
     */
    void catchUp(RoundId round);
}
