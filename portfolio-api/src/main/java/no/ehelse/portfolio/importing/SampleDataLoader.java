package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import no.ehelse.portfolio.actor.web.CurrentActor;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.evidence.MetaDataPairs;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredLog;
import no.ehelse.portfolio.importing.SampleTable.Row;
import no.ehelse.portfolio.organisation.OrganisationCommand.RegisterOrganisation;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.round.RoundCommand.RecordPrintedFigure;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssessRisk;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.web.CommandHeaders;
import no.ehelse.portfolio.web.Commands;
import no.ehelse.portfolio.web.ProblemException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Loads the published rounds of 2020 and 2022 into an empty store, through the same commands as everybody.
 *
 * <p>Every command has an idempotency key of its own, and is sent at every start: what is there already records nothing,
 * whatever was recorded by others meanwhile. So a load that was broken off anywhere goes on where it was.
 */
@Component
@ConditionalOnBooleanProperty("portfolio.sample-data")
class SampleDataLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleDataLoader.class);

    /** The source of its events, and what their idempotency keys begin with. */
    private static final String SOURCE = "sample-data";

    private final StoredLog log;
    private final Commands commands;
    private final RoundImport rounds;
    private final ReportFileReader reader;

    SampleDataLoader(StoredLog log, Commands commands, RoundImport rounds, ReportFileReader reader) {
        this.log = log;
        this.commands = commands;
        this.rounds = rounds;
        this.reader = reader;
    }

    /** Before the service says that it is ready. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (!isEmptyOrOurs()) {
            LOG.info("The store has events of its own: the sample data is not loaded.");
            return;
        }
        try {
            CurrentActor.asSystem(this::load);
            LOG.info("The sample data is there.");
        } catch (ProblemException refused) {
            LOG.error("The sample data is incomplete: it contradicts what was recorded meanwhile.", refused);
        } catch (RuntimeException failed) {
            if (!isUnreadable(failed)) {
                throw failed;
            }
            LOG.error("The sample data is incomplete: an event cannot be read. GET /api/audit/verification names it.",
                    failed);
        }
    }

    /** Whether what failed is the reading of a stored event: the service stays up to tell which one it is. */
    private static boolean isUnreadable(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException || cause instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }

    private boolean isEmptyOrOurs() {
        return log.first().map(SampleDataLoader::isOurs).orElse(true);
    }

    private static boolean isOurs(StoredEvent event) {
        SortedMap<String, String> metaData = MetaDataPairs.of(event.metaData());
        return metaData != null && SOURCE.equals(metaData.get(Provenance.SOURCE));
    }

    private void load() {
        SampleTable.rows("organisations.csv").forEach(this::register);
        SampleTable.rows("rounds.csv").forEach(this::load);
        removalsIn("").forEach(this::remove);
    }

    private void register(Row row) {
        String name = row.text("Navn");
        commands.send(new RegisterOrganisation(OrganisationId.madeFrom(name), name,
                row.code(OrganisationGroup.class, "Gruppe"), row.several("Alias")), headers("registration"));
    }

    private void load(Row row) {
        RoundId round = new RoundId(row.text("Runde"));
        LocalDate cutOff = LocalDate.parse(row.text("Siste dag"));
        byte[] file = SampleTable.bytes(round + ".csv");
        commands.send(new OpenRound(round, row.text("Navn"), cutOff, row.text("Komplett").equals("Ja")),
                headers("opening"));
        report(round, file);
        explain(round, cutOff, reader.read(file, cutOff).reports());
        removalsIn(round.value()).forEach(this::remove);
        print(round);
        commands.send(new CloseRound(round), headers("closing"));
        commands.send(new PublishRound(round, null), headers("publication"));
    }

    private void report(RoundId round, byte[] file) {
        Map<TiltakNumber, LocalDate> earliest = SampleTable.rows("earliest.csv")
                .stream()
                .filter(row -> row.text("Runde").equals(round.value()))
                .collect(Collectors.toMap(Row::number, row -> LocalDate.parse(row.text("Tidligst"))));
        ImportAnswer answer =
                rounds.carryOut(RoundFile.bundled(round, file, Commands.provenance(headers("rows"), SOURCE),

                        new WholeRequest(SOURCE + ":" + round, "rows", SOURCE), earliest));
        if (answer.isRejected()) {
            LOG.error("Round {} of the sample data: {}", round, answer.errors());
            throw answer.problem();
        }
        LOG.info("Round {} of the sample data: {} rows", round, answer.rows());
    }

    /** The values are those of the round's file: an explanation adds the words, and changes nothing. */
    private void explain(RoundId round, LocalDate cutOff, List<ReportRow> reports) {
        for (Row row : SampleTable.rows("explanations.csv")) {
            if (row.text("Runde").equals(round.value())) {
                ReportRow report = reports.stream()
                        .filter(reported -> reported.number().equals(row.number()))
                        .findFirst()
                        .orElseThrow();
                commands.send(explanation(row, report, new Occasion(cutOff, row.text("Forklaring"), round, false)),
                        headers(round + ":explanation:" + row.text("Felt")));
            }
        }
    }

    private static TiltakCommand explanation(Row row, ReportRow report, Occasion occasion) {
        return switch (row.text("Felt")) {
            case "Status" -> new ReportStatus(row.number(), occasion, report.facts().get(Attribute.STATUS));
            case "Risiko" -> new AssessRisk(row.number(), occasion, report.facts().get(Attribute.RISK));
            case String other -> throw new IllegalArgumentException("explanations of " + other);
        };
    }

    /** What the reports printed; where they contradict themselves, with a remark that says so. */
    private void print(RoundId round) {
        for (Row row : SampleTable.rows("printed-figures.csv")) {
            if (row.text("Runde").equals(round.value())) {
                commands.send(
                        new RecordPrintedFigure(round, new FigureName(row.text("Tall")), row.text("Verdi"),
                                row.text("Kilde"), row.text("Merknad")),
                        headers("printed:" + row.text("Tall")));
            }
        }
    }

    private static List<Row> removalsIn(String round) {
        return SampleTable.rows("removals.csv").stream().filter(row -> row.text("Runde").equals(round)).toList();
    }

    private void remove(Row row) {
        String round = row.text("Runde");
        String earliest = row.text("Tidligst");
        Occasion occasion = new Occasion(LocalDate.parse(row.text("Gjelder fra")), null,
                round.isEmpty() ? null : new RoundId(round), false);
        commands.send(new RemoveTiltak(row.number(), occasion, row.code(RemovalReason.class, "Årsak"),
                wayForward(row),
                row.several("Etterfølgere").stream().map(Integer::valueOf).map(TiltakNumber::new).toList(),
                earliest.isEmpty() ? null : LocalDate.parse(earliest)), headers("removal"));
    }

    /** What the published report says becomes of it; null: it says nothing. */
    private static @Nullable String wayForward(Row removal) {
        Optional<String> said = SampleTable.rows("2020-10-leaving.csv")
                .stream()
                .filter(row -> row.number().equals(removal.number()))
                .map(row -> row.text("Veien videre"))
                .findFirst();
        return said.isPresent() ? said.get() : null;
    }

    private static CommandHeaders headers(String step) {
        return new CommandHeaders(key(step), null, SOURCE);
    }

    private static String key(String step) {
        return SOURCE + ":" + step;
    }
}
