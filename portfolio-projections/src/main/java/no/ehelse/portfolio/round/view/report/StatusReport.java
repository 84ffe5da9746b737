package no.ehelse.portfolio.round.view.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.view.reporting.WhoReported;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.counts.Counts;
import org.jspecify.annotations.Nullable;

/**
 * The status report of a round. Its JSON is frozen by publications: names, order and meaning of members belong to the
 * {@code format}, and nothing in it depends on the store or on labels. Lists are by number, groups in the order of their
 * code lists or by id. What compares with the previous round is null where there is none.
 *
 * @param format the version of this shape
 * @param cutOff the day (valid time) that it is about
 * @param complete whether all tiltak of the round were loaded
 * @param edition the published edition; null: it is what is known at some other time
 * @param previous the round with the latest cut-off before this one, as known then
 * @param active how many tiltak are in the portfolio and active, which is what all counts below are of
 * @param budget of the year of the cut-off and of the next one
 * @param organisation by id
 * @param focusAreaGroup by the code of the upper area
 * @param red the red ones with their explanations
 * @param joined who is in the portfolio, active or not, and was not on the previous cut-off
 * @param left the other way round
 * @param reporting who reported, and who did not
 * @param printed the figures that were printed, beside those that are computed
 */
public record StatusReport(int format, RoundId round, String name, LocalDate cutOff, boolean complete,
        @Nullable Integer edition, @Nullable Previous previous, Headline active,
        SortedMap<Integer, Counts.Budget> budget, Map<String, OrganisationShare> organisation,
        Map<String, Share> organisationGroup, Map<String, Share> focusAreaGroup, Map<String, Integer> segment,
        Map<String, Distribution> status, Map<String, Distribution> risk, Red red, @Nullable List<JoinedSince> joined,
        @Nullable List<LeftSince> left, @Nullable List<RenamedSince> renamed, @Nullable List<MovedSince> moved,
        @Nullable Turned statusChanged, @Nullable Turned riskChanged, List<ListedNow> candidates,
        List<ListedNow> paused,
        List<ListedNow> finished, WhoReported reporting, List<Beside> printed) {

    /** The shape that this code writes. */
    public static final int FORMAT = 1;

    /** Copies the lists, and keeps the order of the groups. */
    public StatusReport {
        organisation = copy(organisation);
        organisationGroup = copy(organisationGroup);
        focusAreaGroup = copy(focusAreaGroup);
        segment = copy(segment);
        status = copy(status);
        risk = copy(risk);
        joined = joined == null ? null : List.copyOf(joined);
        left = left == null ? null : List.copyOf(left);
        renamed = renamed == null ? null : List.copyOf(renamed);
        moved = moved == null ? null : List.copyOf(moved);
        candidates = List.copyOf(candidates);
        paused = List.copyOf(paused);
        finished = List.copyOf(finished);
        printed = List.copyOf(printed);
    }

    private static <T> Map<String, T> copy(Map<String, T> groups) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /** The round that this one is compared with. */
    public record Previous(RoundId round, String name, LocalDate cutOff, boolean complete) {}

    /**
     * The headline number.
     *
     * @param change since the previous round
     */
    public record Headline(int count, @Nullable Integer previous, @Nullable Integer change) {}

    /** How many tiltak a group has, and with what budgets. */
    public record Share(int count, SortedMap<Integer, Counts.Budget> budget) {}

    /** How many tiltak an organisation answers for, and with what budgets; without a name: those that are not reported. */
    public record OrganisationShare(@Nullable String name, @Nullable OrganisationGroup group, int count,
            SortedMap<Integer, Counts.Budget> budget) {}

    /**
     * How many tiltak have a level.
     *
     * @param percent of the active ones, whole, half up
     * @param previous how many had it on the previous cut-off
     * @param previousPercent of those that were active then
     */
    public record Distribution(int count, int percent, @Nullable Integer previous,
            @Nullable Integer previousPercent) {}

    /** The active tiltak whose status is red, and those whose risk is. */
    public record Red(List<Explained> status, List<Explained> risk) {

        /** Copies the lists. */
        public Red {
            status = List.copyOf(status);
            risk = List.copyOf(risk);
        }
    }

    /** A tiltak with the explanation of its level; null: it is not explained. */
    public record Explained(TiltakNumber number, String name, @Nullable OrganisationId organisation,
            @Nullable String explanation) {}

    /**
     * A tiltak that came.
     *
     * @param earliest the first day from which it may have been there; null: the day it came is exact
     */
    public record JoinedSince(TiltakNumber number, String name, @Nullable OrganisationId organisation,
            Activity activity,
            @Nullable LocalDate earliest) {}

    /**
     * A tiltak that went.
     *
     * @param reason null: no removal says so
     * @param wayForward what becomes of it, in the source's words; null: nothing is said
     * @param earliest the first day from which it may have been gone; null: the day it went is exact
     */
    public record LeftSince(TiltakNumber number, String name, @Nullable OrganisationId organisation,
            @Nullable RemovalReason reason, @Nullable String wayForward, List<TiltakNumber> successors,
            @Nullable LocalDate earliest) {

        /** Copies the successors. */
        public LeftSince {
            successors = List.copyOf(successors);
        }
    }

    /** A tiltak with another name than on the previous cut-off. */
    public record RenamedSince(TiltakNumber number, String before, String after) {}

    /** A tiltak with another organisation than on the previous cut-off; null: not reported. */
    public record MovedSince(TiltakNumber number, String name, @Nullable OrganisationId before,
            @Nullable OrganisationId after) {}

    /**
     * Whose level changed since the previous cut-off.
     *
     * @param better towards green
     * @param worse towards red
     * @param other from or to not reported
     */
    public record Turned(List<Turn> better, List<Turn> worse, List<Turn> other) {

        /** Copies the lists. */
        public Turned {
            better = List.copyOf(better);
            worse = List.copyOf(worse);
            other = List.copyOf(other);
        }
    }

    /** A tiltak with another level than on the previous cut-off; null: not reported. */
    public record Turn(TiltakNumber number, String name, @Nullable String before, @Nullable String after) {}

    /** A tiltak that is listed and not counted. */
    public record ListedNow(TiltakNumber number, String name, @Nullable OrganisationId organisation) {}

    /**
     * A figure as it was printed, beside the computed one. Values are numbers, lists of portfolio numbers, or words.
     *
     * @param computed null: the report computes no such figure
     * @param agrees whether both are the same; null: nothing is computed
     * @param difference of numbers computed minus printed; of lists who is in one only; null: of words, or where the
     *            printed one is not of the computed one's kind
     */
    public record Beside(FigureName name, FigureValue printed, @Nullable FigureValue computed, @Nullable Boolean agrees,
            @Nullable FigureValue difference, String source, @Nullable String remark) {}
}
