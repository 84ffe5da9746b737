package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;

/**
 * The layout of 2022, and of our own {@link PortfolioSheet}: every cell says what it says. A blank risk in
 * <i>Observere</i> is not asked, which is a rule of the domain and none of the file.
 */
final class Layout2022 implements Layout {

    private static final SortedMap<Attribute<?>, String> HEADINGS = Collections.unmodifiableSortedMap(new TreeMap<>(
            Map.of(Attribute.SEGMENT, "Segment",
                    Attribute.ORGANISATION, "Aktør",
                    Attribute.NAME, "Tiltaksnavn",
                    Attribute.PHASE, "Fase",
                    Attribute.ACTIVITY, "Er prosjektet aktivt?",
                    Attribute.STATUS, "Status",
                    Attribute.RISK, "Risiko",
                    Attribute.FOCUS_AREA, "Innsatsområde")));

    @Override
    public String name() {
        return "2022";
    }

    @Override
    public SortedMap<Attribute<?>, String> headings() {
        return HEADINGS;
    }

    @Override
    public Facts read(Cells cells, LocalDate cutOff) {
        return cells.facts();
    }
}
