package no.ehelse.portfolio.benchmark;

import java.util.List;
import no.ehelse.portfolio.projectors.Projectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast the real processor fills an empty read model from the log. */
final class Replay {

    private static final int RUNS = Integer.getInteger("benchmark.runs", 5);

    private static final List<String> TABLES = List.of("tiltak_entry", "tiltak_version", "tiltak_budget", "round_entry",
            "reporting_round", "round_edition", "organisation_entry", "organisation", "organisation_alias");

    private final Service service;
    private final Figures figures;
    private final Sample sample;

    Replay(Service service, Figures figures, Sample sample) {
        this.service = service;
        this.figures = figures;
        this.sample = sample;
    }

    void measure() {
        figures.heading("Replay of %,d events into an empty read model".formatted(events()));
        String rows = Digest.ofRows(service.tables());
        String answers = new Queries(service, figures, sample).digest();
        replay();
        double[] rates = new double[RUNS];
        double[] processor = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            double processors = Stopwatch.processorMilliseconds();
            rates[run] = Stopwatch.rate(events(), replay());
            processor[run] = (Stopwatch.processorMilliseconds() - processors) / events();
        }
        figures.rate("events", rates);
        figures.processorTime("an event", processor);
        figures.check("rows are those of the live projection", Digest.ofRows(service.tables()).equals(rows));
        figures.check("answers are those of the live projection",
                new Queries(service, figures, sample).digest().equals(answers));
        figures.note("Digest of the rows %s, of the answers %s.", rows, answers);
    }

    private int events() {
        return JdbcClient.create(service.tables())
                .sql("select count(*) from domain_event_entry")
                .query(Integer.class)
                .single();
    }

    private double replay() {
        service.processor().shutDown();
        for (String table : TABLES) {
            service.tables().execute("truncate table " + table + "_a");
        }
        service.tables().update("delete from token_entry where processor_name = 'portfolio'");
        service.tables().update("update read_model_progress set position = 0, generation = generation + 1");
        service.bean(Projectors.class).forget();
        while (service.index().snapshot().position() > 0) {
            Thread.onSpinWait();
        }
        return Stopwatch.milliseconds(() -> {
            service.processor().start();
            service.catchUp();
        });
    }

}
