package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import no.ehelse.portfolio.round.RoundRejection.UnknownRound;
import no.ehelse.portfolio.round.Rounds;
import no.ehelse.portfolio.web.ProblemException;
import no.ehelse.portfolio.web.Races;
import org.springframework.stereotype.Service;

/** Takes whole rounds from files: every row in one transaction, or none. */
@Service
public class RoundImport {

    private final Rounds rounds;
    private final ReportFileReader reader;
    private final PortfolioListing portfolio;
    private final ImportTransaction transaction;

    RoundImport(Rounds rounds, ReportFileReader reader, PortfolioListing portfolio, ImportTransaction transaction) {
        this.rounds = rounds;
        this.reader = reader;
        this.portfolio = portfolio;
        this.transaction = transaction;
    }

    /**
     * Tells what {@link #carryOut} does: the very same work, taken back at its end.
     *
     * @throws Rejected if there is no such round
     * @throws FileTooLarge if the file goes beyond the limits
     * @throws ProblemException if others kept recording something at the same time
     */
    public ImportAnswer tryOut(RoundFile file) {
        return decide(file, true);
    }

    /**
     * Records what a file reports, or nothing at all where it has an error.
     *
     * @throws Rejected if there is no such round
     * @throws FileTooLarge if the file goes beyond the limits
     * @throws ProblemException if others kept recording something at the same time
     */
    public ImportAnswer carryOut(RoundFile file) {
        return decide(file, false);
    }

    private ImportAnswer decide(RoundFile file, boolean dryRun) {
        LocalDate cutOff = rounds.cutOff(file.round()).orElseThrow(() -> new Rejected(new UnknownRound(file.round())));
        ReportFile read = reader.read(file.format(), file.content(), cutOff);
        List<Listed> notListed = notListed(read, cutOff);
        return Races.settled("tiltak of this file", () -> transaction.run(file, read, cutOff, notListed, dryRun));
    }

    private List<Listed> notListed(ReportFile read, LocalDate cutOff) {
        return read.numbers().isEmpty() ? List.of()
                : portfolio.presentOn(cutOff)
                        .stream()
                        .filter(listed -> !read.numbers().contains(listed.number()))
                        .toList();
    }
}
