package no.ehelse.portfolio.upkeep.commandline;

import no.ehelse.portfolio.eventstore.StoreAlone;
import no.ehelse.portfolio.evidence.LogExport;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Import;

/** What an export needs of the service: the database as it is. Nothing migrates it, and nothing is written to it. */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class})
@Import({StoreAlone.OfDatabase.class, LogExport.class})
class ExportApplication {}
