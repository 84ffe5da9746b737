package no.ehelse.portfolio.tiltak;

import java.util.List;
import no.ehelse.portfolio.codelist.Code;

/** How closely a tiltak is steered. */
public enum Segment implements Code {
    /** Steered jointly at the national level. */
    GOVERN_JOINTLY("Samstyring", "Govern jointly", "Samstyre"),
    /** Coordinated with other tiltak. */
    COORDINATE("Koordinere", "Coordinate"),
    /** Followed from a distance. */
    OBSERVE("Observere", "Observe");

    private final String nb;
    private final String en;
    private final String variant;

    Segment(String nb, String en) {
        this(nb, en, nb);
    }

    Segment(String nb, String en, String variant) {
        this.nb = nb;
        this.en = en;
        this.variant = variant;
    }

    @Override
    public String nb() {
        return nb;
    }

    @Override
    public String en() {
        return en;
    }

    @Override
    public List<String> variants() {
        return List.of(variant);
    }
}
