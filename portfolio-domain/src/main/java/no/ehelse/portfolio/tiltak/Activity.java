package no.ehelse.portfolio.tiltak;

import no.ehelse.portfolio.codelist.Code;

/** Whether a tiltak is running ("Er prosjektet aktivt?"). */
public enum Activity implements Code {
    /** Running; counted. */
    ACTIVE("Aktiv", "Active"),
    /** Start not confirmed; listed, not counted. */
    CANDIDATE("Kandidat", "Candidate"),
    /** Paused; listed, not counted. */
    PAUSED("Pause", "Paused"),
    /** Finished; listed, not counted. */
    FINISHED("Ferdig", "Finished");

    private final String nb;
    private final String en;

    Activity(String nb, String en) {
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
