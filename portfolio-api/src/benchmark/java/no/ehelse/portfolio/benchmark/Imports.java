package no.ehelse.portfolio.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.importing.ImportAnswer;
import no.ehelse.portfolio.importing.RoundFile;
import no.ehelse.portfolio.importing.RoundImport;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundId;
import org.axonframework.commandhandling.GenericCommandMessage;

/** How long whole rounds take to import: new tiltak, reports that change them, and the same file again. */
final class Imports {

    private static final int RUNS = 5;

    private final Service service;
    private final Figures figures;
    private int nextNumber = 1;
    private int nextRound = 1;

    Imports(Service service, Figures figures) {
        this.service = service;
        this.figures = figures;
    }

    void measure() {
        measure(50, 0, 1);
        figures.heading("Import of a round, recorded and in the read model");
        for (int rows : List.of(50, 5_000)) {
            double[] registered = new double[RUNS];
            double[] changed = new double[RUNS];
            double[] repeated = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                int first = nextNumber;
                registered[run] = measure(rows, first, 1);
                changed[run] = measure(rows, first, 2);
                repeated[run] = repeat(rows, first, 2);
                nextNumber += rows;
            }
            figures.time("%,d tiltak, all new".formatted(rows), registered);
            figures.time("%,d tiltak, all changed".formatted(rows), changed);
            figures.time("%,d tiltak, the same file again".formatted(rows), repeated);
        }
    }

    private double measure(int rows, int first, int version) {
        RoundId round = new RoundId("20%02d-%02d".formatted(10 + nextRound / 12, 1 + nextRound % 12));
        nextRound++;
        service.commands()
                .sendAndWait(GenericCommandMessage.asCommandMessage(new OpenRound(round, "Runde " + round,
                        LocalDate.parse(round.value() + "-15"), true)).withMetaData(Provenance.of(Actor.SYSTEM)));
        return carryOut(round, rows, first, version);
    }

    private double repeat(int rows, int first, int version) {
        nextRound--;
        RoundId round = new RoundId("20%02d-%02d".formatted(10 + nextRound / 12, 1 + nextRound % 12));
        nextRound++;
        return carryOut(round, rows, first, version);
    }

    private double carryOut(RoundId round, int rows, int first, int version) {
        RoundFile file = RoundFile.sent(round, csv(rows, first, version).getBytes(StandardCharsets.UTF_8), false, null,
                Provenance.of(Actor.SYSTEM));
        return Stopwatch.milliseconds(() -> {
            ImportAnswer answer = service.bean(RoundImport.class).carryOut(file);
            if (!answer.errors().isEmpty()) {
                throw new IllegalStateException(answer.errors().toString());
            }
            service.catchUp();
        });
    }

    private static String csv(int rows, int first, int version) {
        return "ID;Tiltaksnavn;Segment;Fase;Er prosjektet aktivt?;Status;Risiko;Innsatsområde\n" + IntStream
                .range(first + 1, first + 1 + rows)
                .mapToObj(number -> "%d;Tiltak nr. %d;Koordinere;Gjennomføre;Aktiv;%s;Gul;1.1".formatted(number, number,
                        version == 1 ? "Gul" : "Grønn"))
                .collect(Collectors.joining("\n"));
    }
}
