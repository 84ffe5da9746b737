package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.ehelse.portfolio.PortfolioApplication;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.importing.ImportAnswer.Changed;
import no.ehelse.portfolio.importing.ImportAnswer.TypedChange;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Imports on the real store. Every test has rounds and numbers of its own. */
class RoundImportTest {

    /** A read model that knows three tiltak, of the year 2009. */
    static class ThreeInTheYear2009 {

        @Bean
        @Primary
        PortfolioListing listing() {
            return (day, knownUpTo) -> day.getYear() != 2009 ? List.of()
                    : List.of(new Listed(new TiltakNumber(901), "A"), new Listed(new TiltakNumber(902), "B"),
                            new Listed(new TiltakNumber(903), "C"));
        }
    }

    @TempDir
    private static Path folder;
    private static ImportingPortfolio portfolio;

    @BeforeAll
    static void start() {
        portfolio = ImportingPortfolio.with(
                new SpringApplicationBuilder(PortfolioApplication.class, ThreeInTheYear2009.class), folder);
        portfolio.organisation("Helsedirektoratet", "Hdir");
        portfolio.organisation("Folkehelseinstituttet", "FHI");
    }

    @AfterAll
    static void stop() {
        portfolio.close();
    }

    private static void register(int number, LocalDate from, Status status) {
        portfolio.send(new RegisterTiltak(new TiltakNumber(number), Occasion.on(from),
                Facts.of(Attribute.NAME, "Tiltak " + number).with(Attribute.STATUS, status), null, null));
    }

    private static List<String> codes(ImportAnswer answer) {
        return answer.errors().stream().map(error -> error.row() + " " + error.code()).toList();
    }

    @Test
    void the_import_does_exactly_what_the_dry_run_said() {
        portfolio.open("2010-01", LocalDate.of(2010, 1, 31));
        register(1001, LocalDate.of(2010, 1, 1), Status.GREEN);
        register(1002, LocalDate.of(2010, 1, 1), Status.RED);
        String file = """
                ID;Tiltaksnavn;Aktør;Status;Er prosjektet aktivt?;Budsjett 2010
                1003;Ny;FHI;;Aktiv;
                1002;Tiltak 1002;;Rød;Aktiv;
                1001;Tiltak 1001;hdir;Gul;Pause;32,5
                """;

        int before = portfolio.events().size();
        ImportAnswer said = portfolio.tryOut("2010-01", file);
        int afterDryRun = portfolio.events().size();
        ImportAnswer done = portfolio.carryOut("2010-01", file);

        assertThat(said).isEqualTo(new ImportAnswer(ImportingPortfolio.file("2010-01", file).id(), "2022", 3,
                List.of(new Listed(new TiltakNumber(1003), "Ny")),
                List.of(new Changed(new TiltakNumber(1001), "Tiltak 1001",
                        List.of(new TypedChange("organisation", null, "helsedirektoratet"),
                                new TypedChange("status", "GREEN", "YELLOW"),
                                new TypedChange("activity", "ACTIVE", "PAUSED"),
                                new TypedChange("budgets.2010", null, new BigDecimal("32.5"))))),
                1, List.of(), List.of(), List.of()));
        assertThat(done).isEqualTo(said);
        assertThat(afterDryRun).isEqualTo(before);
        List<? extends EventMessage<?>> recorded = portfolio.events().subList(before, before + 3);
        assertThat(recorded).extracting(event -> event.getPayload().getClass().getSimpleName())
                .containsExactly("ReportSubmitted", "ReportSubmitted", "TiltakRegistered");
        assertThat(recorded).extracting(event -> event.getMetaData().get(Provenance.IMPORT)).containsOnly(said.id());
        assertThat(recorded).extracting(event -> event.getMetaData().get(Provenance.SOURCE)).containsOnly("import");
    }

    @Test
    void a_dry_run_leaves_no_trace_in_the_store_nor_in_memory() {
        portfolio.open("2010-02", LocalDate.of(2010, 2, 28));
        register(1011, LocalDate.of(2010, 2, 1), Status.GREEN);

        ImportAnswer said = portfolio.tryOut("2010-02", "ID;Tiltaksnavn;Status\n1011;Omdøpt;Rød\n1012;Ny;Gul\n");

        assertThat(said.registered()).hasSize(1);
        assertThat(said.changed()).hasSize(1);
        assertThat(portfolio.send(new ReportStatus(new TiltakNumber(1011), Occasion.on(LocalDate.of(2010, 2, 28)),
                Status.GREEN)).changed()).isFalse();
        assertThat(portfolio.send(new RegisterTiltak(new TiltakNumber(1012), Occasion.on(LocalDate.of(2010, 2, 28)),
                Facts.of(Attribute.NAME, "En annen"), null, null)).version()).isZero();
    }

    @Test
    void one_error_and_nothing_is_recorded_but_every_error_is_told() {
        portfolio.open("2010-03", LocalDate.of(2010, 3, 31));
        register(1021, LocalDate.of(2010, 3, 1), Status.GREEN);
        register(1022, LocalDate.of(2010, 3, 1), Status.GREEN);
        register(1023, LocalDate.of(2010, 3, 1), Status.GREEN);
        for (int number : List.of(1022, 1023)) {
            portfolio.send(new RemoveTiltak(new TiltakNumber(number), Occasion.on(LocalDate.of(2010, 3, 15)),
                    RemovalReason.ENDED, null, List.of(), null));
        }
        String file = """
                ID;Tiltaksnavn;Status;Aktør
                1023;Tiltak 1023;Gul;
                1021;Tiltak 1021;Gul;
                1022;Tiltak 1022;Gul;
                1024;Ny;Gul;Helsedirektorat
                1025;Ny;Gul;
                """;
        int before = portfolio.events().size();

        ImportAnswer said = portfolio.tryOut("2010-03", file);
        ImportAnswer done = portfolio.carryOut("2010-03", file);

        assertThat(done).isEqualTo(said);
        assertThat(codes(done)).containsExactly("2 after-removal", "4 after-removal", "5 unknown-organisation");
        assertThat(done.errors().getFirst()).isEqualTo(new Finding(2, null, "after-removal",
                "Tiltak 1023 is not in the portfolio on 2010-03-31."));
        assertThat(done.errors().getLast()).isEqualTo(new Finding(5, "Aktør", "unknown-organisation",
                "No organisation is called \"Helsedirektorat\"; the nearest is \"Helsedirektoratet\"."));
        assertThat(done.registered()).containsExactly(new Listed(new TiltakNumber(1025), "Ny"));
        assertThat(portfolio.events()).hasSize(before);
        assertThat(portfolio.send(new ReportStatus(new TiltakNumber(1021), Occasion.on(LocalDate.of(2010, 3, 31)),
                Status.GREEN)).changed()).isFalse();
    }

    @Test
    void the_same_file_again_records_nothing() {
        portfolio.open("2010-04", LocalDate.of(2010, 4, 30));
        register(1031, LocalDate.of(2010, 4, 1), Status.GREEN);
        String file = "ID;Prosjektnavn;Status;Budsjett 2010;Budsjett 2011\n1031;A;Gul;N/A;0\n1032;B;Rød;1;2\n";

        ImportAnswer first = portfolio.carryOut("2010-04", file);
        int after = portfolio.events().size();
        ImportAnswer second = portfolio.carryOut("2010-04", file);

        assertThat(first.errors()).isEmpty();
        assertThat(second).isEqualTo(new ImportAnswer(first.id(), "2020", 2, List.of(), List.of(), 2, List.of(),
                List.of(), List.of()));
        assertThat(portfolio.events()).hasSize(after);
    }

    @Test
    void a_known_number_gets_its_older_history() {
        portfolio.open("2010-05", LocalDate.of(2010, 5, 31));
        register(1041, LocalDate.of(2011, 1, 1), Status.GREEN);

        ImportAnswer done = portfolio.carryOut("2010-05", "ID;Tiltaksnavn;Status\n1041;Det gamle navnet;Rød\n");

        assertThat(done.registered()).containsExactly(new Listed(new TiltakNumber(1041), "Det gamle navnet"));
        assertThat(done.errors()).isEmpty();
        assertThat(portfolio.events().getLast().getPayload()).isEqualTo(new TiltakRegistered(new TiltakNumber(1041),
                new Occasion(LocalDate.of(2010, 5, 31), null, new RoundId("2010-05"), false),
                Facts.of(Attribute.NAME, "Det gamle navnet")
                        .with(Attribute.STATUS, Status.RED)
                        .with(Attribute.ACTIVITY, Activity.ACTIVE),
                null));
    }

    @Test
    void what_is_in_the_portfolio_and_not_in_the_file_is_listed() {
        portfolio.open("2009-01", LocalDate.of(2009, 1, 31));

        ImportAnswer said = portfolio.tryOut("2009-01", "ID;Tiltaksnavn;Status\n903;C;Blå\n901;A;Gul\n");

        assertThat(said.notListed()).containsExactly(new Listed(new TiltakNumber(902), "B"));
        assertThat(portfolio.tryOut("2009-01", "%PDF").notListed()).isEmpty();
    }

    @Test
    void an_unknown_round_is_refused() {
        assertThatThrownBy(() -> portfolio.tryOut("2010-12", "ID;Tiltaksnavn\n1;A\n")).isInstanceOf(Rejected.class);
    }

    @Test
    void rows_without_a_report_to_send_are_answered_too() {
        portfolio.open("2010-10", LocalDate.of(2010, 10, 31));

        assertThat(portfolio.carryOut("2010-10", "%PDF-1.7")).isEqualTo(new ImportAnswer(
                ImportingPortfolio.file("2010-10", "%PDF-1.7").id(), null, 0, List.of(), List.of(), 0, List.of(),
                List.of(), List.of(new Finding(1, null, "unreadable-file",
                        "The file is a PDF; save it as CSV in UTF-8."))));
    }

    @Test
    void five_thousand_rows_are_one_transaction() {
        portfolio.open("2010-11", LocalDate.of(2010, 11, 30));
        String rows = IntStream.rangeClosed(10_001, 15_000)
                .mapToObj(number -> number + ";Tiltak " + number + ";Gul\n")
                .collect(Collectors.joining());
        int before = portfolio.events().size();

        ImportAnswer done = portfolio.carryOut("2010-11", "ID;Tiltaksnavn;Risiko\n" + rows);
        ImportAnswer again = portfolio.carryOut("2010-11", "ID;Tiltaksnavn;Risiko\n" + rows);

        assertThat(done.registered()).hasSize(5000);
        assertThat(again.unchanged()).isEqualTo(5000);
        assertThat(portfolio.events()).hasSize(before + 5000);
    }
}
