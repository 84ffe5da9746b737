package no.ehelse.portfolio.tiltak.view.changes;

import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.index.Answered;
import no.ehelse.portfolio.organisation.OrganisationId;
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
 * @param moved those of the changed ones whose organisation differs
 * @param renamed those of the changed ones whose name differs
 * @param corrected what is known otherwise of the first day at the second point than at the first
 * @param totals how many there are of each, every tiltak counted once
 */
public record PortfolioChanges(Answered from, Answered to, List<Joined> joined, List<Left> left, List<Changed> changed,
        int unchanged, List<Moved> moved, List<Renamed> renamed, List<Changed> corrected, Totals totals) {

    /** Copies the lists. */
    public PortfolioChanges {
        joined = List.copyOf(joined);
        left = List.copyOf(left);
        changed = List.copyOf(changed);
        moved = List.copyOf(moved);
        renamed = List.copyOf(renamed);
        corrected = List.copyOf(corrected);
    }

    /** A tiltak with another organisation; null: not reported. */
    public record Moved(TiltakNumber number, String name, @Nullable OrganisationId before,
            @Nullable OrganisationId after) {}

    /** A tiltak with another name. */
    public record Renamed(TiltakNumber number, String before, String after) {}

    /**
     * How the numbers add up: {@code from − left + joined = to}, and what is in the portfolio at both points is exactly one
     * of corrected, moved, renamed, changed, unchanged: {@code from − left = corrected + moved + renamed + changed +
     * unchanged = to − joined}. The first four are the list of the changed ones.
     *
     * @param from how many there are at the first point
     * @param joinedCorrected of those that joined, those that were there on the first day already as known at the second
     *            point: nothing joined, it is only known otherwise
     * @param leftCorrected of those that left, those that were not there on the first day as known at the second point
     * @param corrected whose whole difference is that the first day is known otherwise now: as known at the second point,
     *            nothing has changed between the days
     * @param moved of the others, those with another organisation
     * @param renamed of the others, those with another name
     * @param changed all others whose values differ
     * @param to how many there are at the second point
     */
    public record Totals(int from, int joined, int left, int joinedCorrected, int leftCorrected, int moved, int renamed,
            int changed, int corrected, int unchanged, int to) {}

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
     * @param name its name at the second point; of a corrected one that on the first day as known at the second point or,
     *            where it was then not known, as known at the first
     */
    public record Changed(TiltakNumber number, String name, List<ValueChange> changes) {

        /** Copies the changes. */
        public Changed {
            changes = List.copyOf(changes);
        }
    }
}
