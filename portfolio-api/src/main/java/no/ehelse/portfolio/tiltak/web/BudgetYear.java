package no.ehelse.portfolio.tiltak.web;

import com.fasterxml.jackson.annotation.JsonValue;
import no.ehelse.portfolio.tiltak.Attribute;

/** A calendar year for which budgets are reported, as a member of a body. */
record BudgetYear(@JsonValue int value) {

    BudgetYear {
        Attribute.budget(value); // the domain's own check
    }
}
