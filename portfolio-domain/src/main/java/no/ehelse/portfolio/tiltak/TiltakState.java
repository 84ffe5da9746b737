package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.RiskAssessed;
import no.ehelse.portfolio.tiltak.TiltakEvent.StatusReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakReinstated;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;

/**
 * What holds of one tiltak on one day.
 *
 * @param presence whether it is in the portfolio
 * @param facts the values that hold; they run on while it is absent
 * @param comments the explanations of the entries whose status and risk hold
 * @param reportedIn the rounds of the reports, and of the registrations naming a round, that are effective on the day
 */
public record TiltakState(Presence presence, Facts facts, Comments comments, Set<RoundId> reportedIn) {

    /** Before anything is reported. */
    public static final TiltakState NOTHING = new TiltakState(new Presence.NotYet(), Facts.NONE, Comments.NONE,
            Set.of());

    /** Whether the tiltak is in the portfolio. */
    public boolean inPortfolio() {
        return presence instanceof Presence.Present;
    }

    /** This state, overwritten by an event that takes effect on top of it. */
    TiltakState overwrittenBy(Effective event) {
        return new TiltakState(presenceAfter(event), facts.overwrittenBy(TiltakEvent.factsOf(event)),
                commentsAfter(event), reportedAfter(event));
    }

    private Presence presenceAfter(Effective event) {
        return switch (event) {
            case TiltakRegistered registered -> new Presence.Present(registered.earliest());
            case TiltakReinstated reinstated -> new Presence.Present(null);
            case TiltakRemoved removed -> new Presence.Left(removed.reason(), removed.wayForward(),
                    removed.successors(), removed.earliest());
            case Effective other -> presence;
        };
    }

    private Comments commentsAfter(Effective event) {
        Facts stated = TiltakEvent.factsOf(event);
        boolean status = stated.state(Attribute.STATUS);
        boolean risk = stated.state(Attribute.RISK);
        if (!status && !risk) {
            return comments;
        }
        Comments said = switch (event) {
            case StatusReported reported -> new Comments(reported.occasion().comment(), null);
            case RiskAssessed assessed -> new Comments(null, assessed.occasion().comment());
            case ReportSubmitted submitted -> submitted.comments();
            case Effective other -> Comments.NONE;
        };
        return new Comments(status ? said.status() : comments.status(), risk ? said.risk() : comments.risk());
    }

    private Set<RoundId> reportedAfter(Effective event) {
        RoundId round = event.occasion().round();
        boolean report = event instanceof ReportSubmitted || event instanceof TiltakRegistered;
        if (round == null || !report || reportedIn.contains(round)) {
            return reportedIn;
        }
        Set<RoundId> more = new TreeSet<>(reportedIn);
        more.add(round);
        return Set.copyOf(more);
    }

    /**
     * How the attributes differ from an earlier state. That a value is gone which is no longer asked for is no change.
     *
     * @param day the day (valid time) on which this state holds
     * @param before the state to compare with
     */
    public List<Change> attributeChangesSince(TiltakState before, LocalDate day) {
        List<Change> changes = new ArrayList<>();
        for (Attribute<?> attribute : facts.attributesOfBoth(before.facts)) {
            Object old = before.facts.get(attribute);
            Object now = facts.get(attribute);
            boolean noLongerAsked = now == null && !ReportingRequirement.isAsked(attribute, day, facts);
            if (!Objects.equals(old, now) && !noLongerAsked) {
                changes.add(new Change(attribute.name(), attribute.write(old), attribute.write(now)));
            }
        }
        return changes;
    }

    /** How presence and attributes differ from an earlier state; presence first. See {@link #attributeChangesSince}. */
    public List<Change> changesSince(TiltakState before, LocalDate day) {
        List<Change> changes = new ArrayList<>();
        if (before.inPortfolio() != inPortfolio()) {
            changes.add(new Change(Attribute.IN_PORTFOLIO, Boolean.toString(before.inPortfolio()),
                    Boolean.toString(inPortfolio())));
        }
        changes.addAll(attributeChangesSince(before, day));
        return changes;
    }
}
