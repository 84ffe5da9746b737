package no.ehelse.portfolio.readmodel;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.register.ReportDigests;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundRejection.ReadModelIncomplete;
import no.ehelse.portfolio.round.view.report.PublishedReports;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.springframework.stereotype.Component;

/** Computes reports from the read model, once it has everything that was recorded. */
@Component
final class DigestsOfReports implements ReportDigests {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PortfolioIndex index;
    private final StreamPositions positions;
    private final DeadLetters deadLetters;
    private final PublishedReports reports;

    DigestsOfReports(PortfolioIndex index, StreamPositions positions, DeadLetters deadLetters,
            PublishedReports reports) {
        this.index = index;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.reports = reports;
    }

    @Override
    public void catchUp() {
        await(positions.head());
    }

    @Override
    public String of(RoundId round, LocalDate cutOff, int edition) {
        long head = positions.head();
        await(head);
        List<String> parked = deadLetters.sequences();
        if (!parked.isEmpty()) {
            throw new Rejected(new ReadModelIncomplete(round, parked));
        }
        return reports.digestOf(round, cutOff, edition, head);
    }

    private void await(long position) {
        try {
            if (!index.await(position, PATIENCE)) {
                throw new ProblemException(ProblemCode.READ_MODEL_BEHIND,
                        "The read model has read up to " + index.snapshot().position() + ", not yet to " + position
                                + ".")
                        .retryAfter(1);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
