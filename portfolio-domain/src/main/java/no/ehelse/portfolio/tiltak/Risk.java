package no.ehelse.portfolio.tiltak;

import no.ehelse.portfolio.codelist.Code;

/** How large the risk of the tiltak is. */
public enum Risk implements Code {
    /** Low. */
    GREEN("Grønn", "Green"),
    /** Medium. */
    YELLOW("Gul", "Yellow"),
    /** High. */
    RED("Rød", "Red");

    private final String nb;
    private final String en;

    Risk(String nb, String en) {
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
