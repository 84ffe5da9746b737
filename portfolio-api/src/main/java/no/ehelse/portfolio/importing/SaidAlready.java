package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.Objects;
import no.ehelse.portfolio.organisation.Organisations;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import no.ehelse.portfolio.tiltak.TiltakState;
import org.springframework.stereotype.Component;

/**
 * Whether a row says nothing but what holds. In a published round such a row needs no correction: there is nothing to
 * correct, and so the file that we write of a published round can be imported into it.
 */
@Component
class SaidAlready {

    private final Histories histories;
    private final Organisations organisations;

    SaidAlready(Histories histories, Organisations organisations) {
        this.histories = histories;
        this.organisations = organisations;
    }

    /**
     * Whether the tiltak is in the portfolio, and all that the row states holds.
     *
     * @param day the day (valid time)
     */
    boolean by(ReportRow row, LocalDate day) {
        TiltakState held = histories.of(row.number()).on(day);
        Facts said = withOrganisation(row);
        return held.inPortfolio() && said.attributes()
                .stream()
                .allMatch(attribute -> Objects.equals(held.facts().get(attribute), said.get(attribute)));
    }

    private Facts withOrganisation(ReportRow row) {
        OrganisationReference organisation = row.organisation();
        if (organisation == null) {
            return row.facts();
        }
        String text = organisation.text();
        return row.facts()
                .with(Attribute.ORGANISATION, text == null ? null : organisations.find(text).orElseThrow());
    }
}
