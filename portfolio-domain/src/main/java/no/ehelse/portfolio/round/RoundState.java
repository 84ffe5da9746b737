package no.ehelse.portfolio.round;

import no.ehelse.portfolio.codelist.Code;

/** Where a round is in its life. */
public enum RoundState implements Code {
    /** Reports are awaited. */
    OPEN("Åpen", "Open"),
    /** The cut-off has passed; what is recorded now is late. */
    CLOSED("Lukket", "Closed"),
    /** The status is public; what touches it now is a correction. */
    PUBLISHED("Publisert", "Published");

    private final String nb;
    private final String en;

    RoundState(String nb, String en) {
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
