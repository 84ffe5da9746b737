package no.ehelse.portfolio.tiltak;

import no.ehelse.portfolio.codelist.Code;

/** Why a tiltak leaves the portfolio. */
public enum RemovalReason implements Code {
    /** Delivered. */
    COMPLETED("Ferdigstilt", "Completed"),
    /** Ended before it delivered everything. */
    ENDED("Avsluttet", "Ended"),
    /** Continued in other tiltak, which are named. */
    CONTINUED_IN("Fortsetter i", "Continued in"),
    /** Waiting for a decision on how to go on. */
    AWAITING_DECISION("Avventer videre beslutning", "Awaiting decision"),
    /** Split up or merged. */
    REORGANISED("Reorganisert", "Reorganised"),
    /** No longer of national importance. */
    SCOPE_REDUCED("Redusert omfang", "Scope reduced"),
    /** Taken over by operations and maintenance. */
    MOVED_TO_OPERATIONS("Over i forvaltning", "Moved to operations"),
    /** Never was in the portfolio; effective on the day of its registration. */
    REGISTERED_IN_ERROR("Feilregistrert", "Registered in error"),
    /** The source does not say. */
    UNKNOWN("Ukjent", "Unknown");

    private final String nb;
    private final String en;

    RemovalReason(String nb, String en) {
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
