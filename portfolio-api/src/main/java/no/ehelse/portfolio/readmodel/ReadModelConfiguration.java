package no.ehelse.portfolio.readmodel;

import java.util.List;
import no.ehelse.portfolio.audit.AuditQueries;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.organisation.view.OrganisationProjector;
import no.ehelse.portfolio.organisation.view.OrganisationTables;
import no.ehelse.portfolio.projection.Batches;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.round.view.KnownRounds;
import no.ehelse.portfolio.round.view.PrintedFigures;
import no.ehelse.portfolio.round.view.RoundProjector;
import no.ehelse.portfolio.round.view.RoundTables;
import no.ehelse.portfolio.round.view.report.CorrectionQueries;
import no.ehelse.portfolio.round.view.report.PublishedReports;
import no.ehelse.portfolio.round.view.report.ReportQueries;
import no.ehelse.portfolio.round.view.reporting.RoundQueries;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import no.ehelse.portfolio.tiltak.view.TiltakHistories;
import no.ehelse.portfolio.tiltak.view.TiltakProjector;
import no.ehelse.portfolio.tiltak.view.TiltakVersions;
import no.ehelse.portfolio.tiltak.view.changes.ChangeQueries;
import no.ehelse.portfolio.tiltak.view.counts.CountQueries;
import no.ehelse.portfolio.tiltak.view.history.HistoryQueries;
import no.ehelse.portfolio.tiltak.view.portfolio.PortfolioQueries;
import no.ehelse.portfolio.tiltak.view.series.SeriesQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The projectors, tables, index and queries of the read model. */
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {

    @Bean
    Progress progress(JdbcClient jdbc) {
        return new Progress(jdbc);
    }

    @Bean
    TiltakEntries tiltakEntries(JdbcTemplate jdbc) {
        return new TiltakEntries(jdbc);
    }

    @Bean
    TiltakVersions tiltakVersions(JdbcTemplate jdbc) {
        return new TiltakVersions(jdbc);
    }

    @Bean
    RoundTables roundTables(JdbcTemplate jdbc) {
        return new RoundTables(jdbc);
    }

    @Bean
    PrintedFigures printedFigures(JdbcTemplate jdbc) {
        return new PrintedFigures(jdbc);
    }

    @Bean
    OrganisationTables organisationTables(JdbcTemplate jdbc) {
        return new OrganisationTables(jdbc);
    }

    @Bean
    TiltakHistories tiltakHistories(TiltakEntries entries) {
        return new TiltakHistories(entries);
    }

    @Bean
    KnownRounds knownRounds(RoundTables tables) {
        return new KnownRounds(tables);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    PortfolioIndex portfolioIndex(Progress progress, TiltakEntries entries, TiltakVersions versions,
            RoundTables rounds, OrganisationTables organisations) {
        return new PortfolioIndex(progress, entries, versions, rounds, organisations);
    }

    @Bean
    Batches batches(Progress progress, PlatformTransactionManager transactions, PortfolioIndex index,
            TiltakHistories histories, KnownRounds rounds) {
        return new Batches(progress, transactions, List.of(index, histories),
                List.of(histories::forget, rounds::forget));
    }

    @Bean
    TiltakProjector tiltakProjector(Batches batches, TiltakEntries entries, TiltakVersions versions,
            TiltakHistories histories, KnownRounds rounds) {
        return new TiltakProjector(batches, entries, versions, histories, rounds);
    }

    @Bean
    RoundProjector roundProjector(Batches batches, RoundTables tables, PrintedFigures figures, KnownRounds rounds) {
        return new RoundProjector(batches, tables, figures, rounds);
    }

    @Bean
    OrganisationProjector organisationProjector(Batches batches, OrganisationTables tables) {
        return new OrganisationProjector(batches, tables);
    }

    @Bean
    PortfolioQueries portfolioQueries(PortfolioIndex index) {
        return new PortfolioQueries(index);
    }

    @Bean
    CountQueries countQueries(PortfolioIndex index) {
        return new CountQueries(index);
    }

    @Bean
    SeriesQueries seriesQueries(CountQueries counts) {
        return new SeriesQueries(counts);
    }

    @Bean
    ChangeQueries changeQueries(PortfolioIndex index) {
        return new ChangeQueries(index);
    }

    @Bean
    HistoryQueries historyQueries(PortfolioIndex index, TiltakEntries entries) {
        return new HistoryQueries(index, entries);
    }

    @Bean
    RoundQueries roundQueries(PortfolioIndex index, TiltakEntries entries) {
        return new RoundQueries(index, entries);
    }

    @Bean
    ReportQueries reportQueries(PortfolioIndex index, TiltakEntries entries, PrintedFigures figures) {
        return new ReportQueries(index, entries, figures);
    }

    @Bean
    PublishedReports publishedReports(ReportQueries reports) {
        return new PublishedReports(reports);
    }

    @Bean
    CorrectionQueries correctionQueries(PortfolioIndex index, TiltakEntries entries, RoundTables rounds,
            PrintedFigures figures) {
        return new CorrectionQueries(index, entries, rounds, figures);
    }

    @Bean
    AuditQueries auditQueries(TiltakEntries tiltak, RoundTables rounds, OrganisationTables organisations) {
        return new AuditQueries(tiltak, rounds, organisations);
    }
}
