package no.ehelse.portfolio.tiltak.web;

import java.math.BigDecimal;
import java.util.Map;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.web.OrNull;
import no.ehelse.portfolio.web.Stated;
import org.jspecify.annotations.Nullable;

/**
 * The attributes beside the name that a registration or a report may state: absent is not stated, null is not reported.
 *
 * @param budgets the years to set
 */
record ReportedAttributes(Stated<OrganisationText> organisation, Stated<Status> status, Stated<Risk> risk,
        Stated<Phase> phase, Stated<Segment> segment, Stated<Activity> activity, Stated<FocusAreaCode> focusArea,
        @Nullable Map<BudgetYear, OrNull<MillionKroner>> budgets) {

    /** The facts with what is stated here, the organisation apart. */
    Facts addedTo(Facts named) {
        Facts facts = with(named, Attribute.STATUS, status);
        facts = with(facts, Attribute.RISK, risk);
        facts = with(facts, Attribute.PHASE, phase);
        facts = with(facts, Attribute.SEGMENT, segment);
        facts = with(facts, Attribute.ACTIVITY, activity);
        facts = with(facts, Attribute.FOCUS_AREA, focusArea);
        if (budgets != null) {
            for (Map.Entry<BudgetYear, OrNull<MillionKroner>> budget : budgets.entrySet()) {
                Attribute<BigDecimal> year = Attribute.budget(budget.getKey().value());
                facts = facts.with(year, MillionKroner.valueOf(budget.getValue().value()));
            }
        }
        return facts;
    }

    static <T> Facts with(Facts facts, Attribute<T> attribute, Stated<T> stated) {
        return stated.isStated() ? facts.with(attribute, stated.value()) : facts;
    }

    /** Who answers for it; null: not stated. */
    @Nullable OrganisationReference organisationReference() {
        return organisation.isStated() ? OrganisationText.reference(organisation.value()) : null;
    }
}
