package no.ehelse.portfolio.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;

/**
 * The layout of 2020. It has no column for segment, phase and activity: the first two are not stated, and the activity
 * is read out of the budget of the reporting year, which is the year of the cut-off.
 */
final class Layout2020 implements Layout {

    private static final SortedMap<Attribute<?>, String> HEADINGS = Collections.unmodifiableSortedMap(new TreeMap<>(
            Map.of(Attribute.NAME, "Prosjektnavn",
                    Attribute.ORGANISATION, "Ansvarlig virksomhet",
                    Attribute.STATUS, "Status",
                    Attribute.RISK, "Risiko",
                    Attribute.FOCUS_AREA, "Innsatsområde")));

    @Override
    public String name() {
        return "2020";
    }

    @Override
    public SortedMap<Attribute<?>, String> headings() {
        return HEADINGS;
    }

    /**
     * {@code N/A} in the budget of the reporting year: the start is not confirmed, the tiltak is a candidate. {@code 0}
     * in the budget of the next year: none was received. {@code 0} in the reporting year is zero.
     */
    @Override
    public Facts read(Cells cells, LocalDate cutOff) {
        Attribute<BigDecimal> reportingYear = Attribute.budget(cutOff.getYear());
        Attribute<BigDecimal> nextYear = Attribute.budget(cutOff.getYear() + 1);
        Facts facts = cells.facts()
                .with(Attribute.ACTIVITY,
                        cells.isNotApplicable(reportingYear) ? Activity.CANDIDATE : Activity.ACTIVE);
        BigDecimal amount = facts.get(nextYear);
        return amount != null && amount.signum() == 0 ? facts.with(nextYear, null) : facts;
    }
}
