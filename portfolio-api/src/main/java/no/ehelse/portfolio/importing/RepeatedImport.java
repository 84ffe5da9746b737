package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.importing.ImportAnswer.Changed;
import no.ehelse.portfolio.importing.ImportAnswer.TypedChange;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakHistory.Entry;
import org.springframework.stereotype.Component;

/** The first answer to an import that is sent again with its idempotency key: it follows from the events. */
@Component
class RepeatedImport {

    private final Histories histories;
    private final StreamPositions positions;
    private final PortfolioListing portfolio;

    RepeatedImport(Histories histories, StreamPositions positions, PortfolioListing portfolio) {
        this.histories = histories;
        this.positions = positions;
        this.portfolio = portfolio;
    }

    /**
     * What the import recorded, whatever happened since.
     *
     * @param request that the file was sent with
     */
    ImportAnswer answer(RoundFile file, WholeRequest request, ReportFile read, LocalDate cutOff) {
        List<Listed> registered = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        OptionalLong first = OptionalLong.empty();
        for (ReportRow row : read.reports().stream().sorted(Comparator.comparing(ReportRow::number)).toList()) {
            TiltakHistory history = histories.of(row.number());
            List<Entry> recorded = history.entries()
                    .stream()
                    .filter(entry -> entry.request() != null && request.hasPart(entry.request()))
                    .toList();
            if (recorded.isEmpty()) {
                continue;
            }
            long position = positions.positionOf(row.number().aggregateIdentifier(), recorded.getFirst().sequence());
            first = OptionalLong.of(Math.min(first.orElse(position), position));
            String name = Objects.requireNonNull(row.facts().get(Attribute.NAME), "every row has a name");
            if (recorded.stream().anyMatch(entry -> entry.event() instanceof TiltakRegistered)) {
                registered.add(new Listed(row.number(), name));
            } else {
                changes(history, recorded).ifPresent(changes -> changed.add(new Changed(row.number(), name, changes)));
            }
        }
        List<Listed> notListed = read.numbers().isEmpty() ? List.of()
                : PortfolioListing.without(read.numbers(), first.isEmpty() ? portfolio.presentOn(cutOff)
                        : portfolio.presentOn(cutOff, first.getAsLong() - 1));
        return new ImportAnswer(file.id(), read.layout(), read.rows(), registered, changed,
                read.reports().size() - registered.size() - changed.size(), notListed, read.warnings(), List.of());
    }

    private static Optional<List<TypedChange>> changes(TiltakHistory history, List<Entry> recorded) {
        return recorded.stream()
                .filter(entry -> entry.event() instanceof ReportSubmitted)
                .findFirst()
                .map(entry -> history.effectOf(entry).changes())
                .filter(changes -> !changes.isEmpty())
                .map(changes -> changes.stream().map(TypedChange::of).toList());
    }
}
