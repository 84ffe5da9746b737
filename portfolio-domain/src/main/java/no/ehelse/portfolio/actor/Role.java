package no.ehelse.portfolio.actor;

/** What somebody is to the portfolio; the rights of each are in the table of docs/security.md. */
public enum Role {
    /** The portfolio office: everything. */
    OFFICE,
    /** Reports for an organisation: reports and changes of the tiltak that belong to it. */
    REPORTER,
    /** Reads who did what, verifies and exports the log. */
    AUDITOR,
    /** Runs the service: rebuilds, dead letters, backups. */
    OPERATOR,
    /** The service itself, when it loads what it brings along: everything. */
    SYSTEM
}
