package no.ehelse.portfolio.tiltak.view.changes;

import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.index.Answered;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link FindChanges}; every list by number.
 *
 * @param joined in the portfolio at the second point only
 * @param left in the portfolio at the first point only
 * @param changed in it at both, with other values
 * @param unchanged how many are in it at both with the same values
 */
public record PortfolioChanges(Answered from, Answered to, List<Joined> joined, List<Left> left, List<Changed> changed,
        int unchanged) {

    /** Copies the lists. */
    public PortfolioChanges {
        joined = List.copyOf(joined);
        left = List.copyOf(left);
        changed = List.copyOf(changed);
    }

    /**
     * A tiltak that came.
     *
     * @param earliest the first day from which it may have been there; null: the day it came is exact
     */
    public record Joined(TiltakNumber number, String name, @Nullable LocalDate earliest) {}

    /**
     * A tiltak that went.
     *
     * @param reason why; null: no removal says so, it is only known otherwise now
     * @param wayForward what becomes of it, in the source's words; null: nothing is said
     * @param earliest the first day from which it may have been gone; null: the day it went is exact
     */
    public record Left(TiltakNumber number, String name, @Nullable RemovalReason reason, @Nullable String wayForward,
            List<TiltakNumber> successors, @Nullable LocalDate earliest) {

        /** Copies the successors. */
        public Left {
            successors = List.copyOf(successors);
        }
    }

    /**
     * A tiltak whose values differ.
     *
     * @param name its name at the second point
     */
    public record Changed(TiltakNumber number, String name, List<ValueChange> changes) {

        /** Copies the changes. */
        public Changed {
            changes = List.copyOf(changes);
        }
    }
}
