package no.ehelse.portfolio.readmodel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import no.ehelse.portfolio.audit.AuditQueries;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.metrics.Metric;
import no.ehelse.portfolio.projection.Batches;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.projection.ReadTables;
import no.ehelse.portfolio.projection.Serving;
import no.ehelse.portfolio.projectors.LiveProjection;
import no.ehelse.portfolio.projectors.Projectors;
import no.ehelse.portfolio.projectors.SetOfTables;
import no.ehelse.portfolio.rebuild.Rebuilding;
import no.ehelse.portfolio.rebuild.Rebuilds;
import no.ehelse.portfolio.round.view.report.CorrectionQueries;
import no.ehelse.portfolio.round.view.report.PublishedReports;
import no.ehelse.portfolio.round.view.report.ReportQueries;
import no.ehelse.portfolio.round.view.reporting.RoundQueries;
import no.ehelse.portfolio.tiltak.view.changes.ChangeQueries;
import no.ehelse.portfolio.tiltak.view.counts.CountQueries;
import no.ehelse.portfolio.tiltak.view.history.HistoryQueries;
import no.ehelse.portfolio.tiltak.view.portfolio.PortfolioQueries;
import no.ehelse.portfolio.tiltak.view.series.SeriesQueries;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The projectors, tables, index and queries of the read model. */
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {

    @Bean
    Serving serving(JdbcClient jdbc) {
        return new Serving(jdbc);
    }

    @Bean
    Progress progress(JdbcClient jdbc, Serving serving) {
        return new Progress(jdbc, serving);
    }

    @Bean
    SetOfTables servingTables(JdbcTemplate jdbc, Serving serving, Progress progress) {
        return SetOfTables.of(new ReadTables(jdbc, serving), progress);
    }

    @Bean
    Projectors liveProjectors(SetOfTables tables) {
        return new Projectors(tables);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    PortfolioIndex portfolioIndex(Serving serving, SetOfTables tables) {
        return new PortfolioIndex(serving, tables);
    }

    @Bean
    Batches batches(Serving serving, Progress progress, PlatformTransactionManager transactions, PortfolioIndex index,
            Projectors projectors, MeterRegistry meters) {
        Counter read = Metric.READ_MODEL_EVENTS.counter(meters);
        return new Batches(serving, progress, Projectors.LOGIC, transactions,
                List.of(index, batch -> projectors.committed(), batch -> read.increment(batch.events().size())),
                List.of(projectors::forget));
    }

    @Bean
    LiveProjection liveProjection(Batches batches, Projectors projectors) {
        return new LiveProjection(batches, projectors);
    }

    @Bean
    Rebuilds rebuilds(JdbcClient jdbc) {
        return new Rebuilds(jdbc);
    }

    @Bean
    Rebuilding rebuilding(JdbcTemplate jdbc, Serving serving, Progress progress, PortfolioIndex index,
            Rebuilds rebuilds, EventStore log, PlatformTransactionManager transactions, LiveReader live,
            Clock clock) {
        return new Rebuilding(jdbc, serving, progress, index, rebuilds, log, transactions, live, clock);
    }

    /** Answers without a transaction: most questions need memory only, and are answered while the database is away. */
    @Bean
    @Qualifier("localSegment") SimpleQueryBus localQueries(org.axonframework.config.Configuration axon) {
        SimpleQueryBus queries = SimpleQueryBus.builder()
                .messageMonitor(axon.messageMonitor(QueryBus.class, "queryBus"))
                .queryUpdateEmitter(axon.getComponent(QueryUpdateEmitter.class))
                .spanFactory(axon.getComponent(QueryBusSpanFactory.class))
                .build();
        @SuppressWarnings("resource") // it stays as long as the bus
        Object unused = queries.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return queries;
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
    HistoryQueries historyQueries(PortfolioIndex index, SetOfTables tables) {
        return new HistoryQueries(index, tables.tiltak().entries());
    }

    @Bean
    RoundQueries roundQueries(PortfolioIndex index, SetOfTables tables) {
        return new RoundQueries(index, tables.tiltak().entries());
    }

    @Bean
    ReportQueries reportQueries(PortfolioIndex index, SetOfTables tables) {
        return new ReportQueries(index, tables.tiltak().entries(), tables.printed());
    }

    @Bean
    PublishedReports publishedReports(ReportQueries reports) {
        return new PublishedReports(reports);
    }

    @Bean
    CorrectionQueries correctionQueries(PortfolioIndex index, SetOfTables tables) {
        return new CorrectionQueries(index, tables.tiltak().entries(), tables.rounds(), tables.printed());
    }

    @Bean
    AuditQueries auditQueries(SetOfTables tables) {
        return new AuditQueries(tables.tiltak().entries(), tables.rounds(), tables.organisations());
    }
}
