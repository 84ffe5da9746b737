package no.ehelse.portfolio.readmodel;

import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.register.ReportDigests;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundRejection.ReadModelBehind;
import no.ehelse.portfolio.round.RoundRejection.ReadModelIncomplete;
import no.ehelse.portfolio.round.view.report.PublishedReports;
import org.springframework.stereotype.Component;

/** Computes reports from the read model, once it has everything that was recorded. */
@Component
final class DigestsOfReports implements ReportDigests {

    private final Points points;
    private final DeadLetters deadLetters;
    private final PublishedReports reports;

    DigestsOfReports(Points points, DeadLetters deadLetters,
            PublishedReports reports) {
        this.points = points;
        this.deadLetters = deadLetters;
        this.reports = reports;
    }

    @Override
    public void catchUp(RoundId round) {
        Snapshot unused = everything(round);
    }

    private Snapshot everything(RoundId round) {
        return points.awaitAll((read, recorded) -> new ReadModelBehind(round, read, recorded));
    }

    @Override
    public String of(RoundId round, LocalDate cutOff, int edition) {
        Snapshot everything = everything(round);
        List<String> parked = deadLetters.sequences();
        if (!parked.isEmpty()) {
            throw new Rejected(new ReadModelIncomplete(round, parked));
        }
        return reports.digestOf(round, cutOff, edition, everything.position());
    }
}
