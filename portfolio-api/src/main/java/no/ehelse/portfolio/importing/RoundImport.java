package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import no.ehelse.portfolio.register.RequestRegister;
import no.ehelse.portfolio.register.WholeRequest;
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
    private final RequestRegister requests;
    private final RepeatedImport repeated;

    RoundImport(Rounds rounds, ReportFileReader reader, PortfolioListing portfolio, ImportTransaction transaction,
            RequestRegister requests, RepeatedImport repeated) {
        this.rounds = rounds;
        this.reader = reader;
        this.portfolio = portfolio;
        this.transaction = transaction;
        this.requests = requests;
        this.repeated = repeated;
    }

    /**
     * Tells what {@link #carryOut} does: the very same work, taken back at its end.
     *
     * @throws Rejected if there is no such round, or the idempotency key was used with other content
     * @throws FileTooLarge if the file goes beyond the limits
     * @throws ProblemException if others kept recording something at the same time
     */
    public ImportAnswer tryOut(RoundFile file) {
        return decide(file, true);
    }

    /**
     * Records what a file reports, or nothing at all where it has an error.
     *
     * @throws Rejected if there is no such round, or the idempotency key was used with other content
     * @throws FileTooLarge if the file goes beyond the limits
     * @throws ProblemException if others kept recording something at the same time
     */
    public ImportAnswer carryOut(RoundFile file) {
        return decide(file, false);
    }

    private ImportAnswer decide(RoundFile file, boolean dryRun) {
        LocalDate cutOff = rounds.cutOff(file.round()).orElseThrow(() -> new Rejected(new UnknownRound(file.round())));
        return Races.settled("tiltak of this file", () -> {
            WholeRequest request = file.request();
            if (request != null && requests.isRepeated(request)) {
                return repeated.answer(file, request, reader.read(file.format(), file.content(), cutOff), cutOff);
            }
            ReportFile read = reader.read(file.format(), file.content(), cutOff);
            return transaction.run(file, read, cutOff, notListed(read, cutOff), dryRun);
        });
    }

    private List<Listed> notListed(ReportFile read, LocalDate cutOff) {
        return read.numbers().isEmpty() ? List.of()
                : PortfolioListing.without(read.numbers(), portfolio.presentOn(cutOff));
    }
}
