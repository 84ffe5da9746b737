package no.ehelse.portfolio.organisation;

import no.ehelse.portfolio.codelist.Code;

/** The group that an organisation belongs to (aktørgruppe). */
public enum OrganisationGroup implements Code {
    /** Directorates and other national health administration. */
    HEALTH_ADMINISTRATION("Helseforvaltning", "Health administration"),
    /** The four regional health authorities. */
    REGIONAL_HEALTH_AUTHORITY("Regionale helseforetak", "Regional health authorities"),
    /** Municipalities, their organisation, and others. */
    OTHER("Andre", "Others");

    private final String nb;
    private final String en;

    OrganisationGroup(String nb, String en) {
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
