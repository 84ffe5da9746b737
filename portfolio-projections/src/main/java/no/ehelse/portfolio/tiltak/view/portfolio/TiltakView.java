package no.ehelse.portfolio.tiltak.view.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.index.Track;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.view.OrganisationView;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.FocusAreas;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.ReportingRequirement;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/**
 * A tiltak at a point in both times; null stands for not reported.
 *
 * @param version the sequence number of its last event as known
 * @param budgets million kroner by calendar year, for the years that were stated
 * @param notAsked the names of the attributes that are null because they are not asked
 * @param comments the explanations of the status and of the risk that hold
 * @param lastReported of the rounds that it was reported in, the one with the latest cut-off
 * @param validFrom the latest day up to the one asked on which presence or an attribute changed
 */
public record TiltakView(TiltakNumber number, String name, long version, @Nullable OrganisationLabel organisation,
        @Nullable Status status, @Nullable Risk risk, @Nullable Phase phase, @Nullable Segment segment,
        Activity activity, @Nullable FocusAreaLabel focusArea, Map<Integer, @Nullable BigDecimal> budgets,
        List<String> notAsked, Comments comments, @Nullable RoundId lastReported, LocalDate validFrom) {

    /** An organisation as it stands at a tiltak. */
    public record OrganisationLabel(OrganisationId id, String name, OrganisationGroup group) {}

    /**
     * A focus area as it stands at a tiltak.
     *
     * @param title the Norwegian title
     * @param group the code of the upper area
     */
    public record FocusAreaLabel(FocusAreaCode code, String title, String group) {}

    /** What holds of a tiltak at a point, as seen from it. */
    static TiltakView of(Track track, TiltakVersion version, Snapshot snapshot, Point point) {
        return new TiltakView(version.number(), Objects.requireNonNull(version.get(Attribute.NAME)),
                track.version(point.position()),
                organisation(version.get(Attribute.ORGANISATION), snapshot), version.get(Attribute.STATUS),
                version.get(Attribute.RISK), version.get(Attribute.PHASE), version.get(Attribute.SEGMENT),
                Objects.requireNonNull(version.get(Attribute.ACTIVITY)),
                focusArea(version.get(Attribute.FOCUS_AREA)), version.state().facts().budgets(),
                ReportingRequirement.notAsked(point.validOn(), version.state().facts()), version.state().comments(),
                version.lastReported(), version.changedOn());
    }

    private static @Nullable OrganisationLabel organisation(@Nullable OrganisationId id, Snapshot snapshot) {
        if (id == null) {
            return null;
        }
        OrganisationView known = Objects.requireNonNull(snapshot.organisation(id), () -> "unknown " + id);
        return new OrganisationLabel(id, known.name(), known.group());
    }

    private static @Nullable FocusAreaLabel focusArea(@Nullable FocusAreaCode code) {
        if (code == null) {
            return null;
        }
        String title = FocusAreas.find(code).map(FocusAreas.FocusArea::nb).orElse(code.value());
        return new FocusAreaLabel(code, title, FocusAreas.groupOf(code));
    }
}
