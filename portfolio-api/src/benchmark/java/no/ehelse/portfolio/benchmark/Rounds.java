package no.ehelse.portfolio.benchmark;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundId;

/** What grows with the number of rounds: one a month, after those that the portfolio came with. */
final class Rounds {

    private static final int RUNS = 20;
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final List<Integer> MORE = List.of(0, 80, 400);

    private final Service service;
    private final Figures figures;
    private final Reader reader;
    private int opened;

    Rounds(Service service, Figures figures) {
        this.service = service;
        this.figures = figures;
        this.reader = new Reader(service);
    }

    /** Measures, in a table that is begun already. */
    void measureOnly() {
        for (int more : MORE) {
            openUntil(more);
            String with = more == 0 ? "the first rounds" : more + " rounds more";
            figures.time("series by status over all, with " + with, times(() -> reader.read(
                    "/api/portfolio/series?by=status&step=round&from=2020-01-01&to=2070-01-01")));
            figures.time("report of the first published round, with " + with,
                    times(() -> reader.read("/api/rounds/2020-03/report?published=true&edition=1")));
            figures.time("report of the last round, not published, with " + with,
                    times(() -> reader.read("/api/rounds/" + last() + "/report")));
        }
        figures.time("publication of the last round, until it can be read", Stopwatch.milliseconds(() -> {
            new Sender(service).send(List.of(new CloseRound(last()), new PublishRound(last(), null)));
            service.catchUp();
        }));
        figures.time("report of it as published", times(
                () -> reader.read("/api/rounds/" + last() + "/report?published=true&edition=1")));
    }

    private RoundId last() {
        return opened == 0 ? new RoundId("2024-12") : new RoundId(FIRST.plusMonths(opened - 1L).toString());
    }

    private void openUntil(int wanted) {
        List<Object> commands = new ArrayList<>();
        while (opened < wanted) {
            YearMonth month = FIRST.plusMonths(opened++);
            commands.add(new OpenRound(new RoundId(month.toString()), "Rapportering " + month, month.atEndOfMonth(),
                    false));
        }
        new Sender(service).send(commands);
        service.catchUp();
    }

    private static double[] times(Runnable question) {
        double[] milliseconds = new double[RUNS];
        question.run();
        for (int run = 0; run < RUNS; run++) {
            milliseconds[run] = Stopwatch.milliseconds(question);
        }
        return milliseconds;
    }
}
