package no.ehelse.portfolio.archfixture.tiltak.web;

import org.springframework.jdbc.core.JdbcTemplate;

/** Breaks a rule of the architecture on purpose. */
public final class WritesSql {

    private WritesSql() {}

    /** Breaks the rule by its call. */
    public static int write(JdbcTemplate jdbc) {
        return jdbc.update("delete from tiltak_entry");
    }
}
