package no.ehelse.portfolio.tiltak;

import no.ehelse.portfolio.codelist.Code;

/** How delivery goes, finance and resources included. */
public enum Status implements Code {
    /** As planned. */
    GREEN("Grønn", "Green"),
    /** Deviations that are handled. */
    YELLOW("Gul", "Yellow"),
    /** Deviations that threaten the delivery. */
    RED("Rød", "Red");

    private final String nb;
    private final String en;

    Status(String nb, String en) {
        this.nb = nb;
        this.en = en;
    }

    @Override
    public String nb() {
        return nb;
    }

    @Override
    public String en() {
        return en;
    }
}
