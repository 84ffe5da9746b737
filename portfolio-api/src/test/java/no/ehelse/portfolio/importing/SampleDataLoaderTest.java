package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import no.ehelse.portfolio.PortfolioApplication;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundEvent.PrintedFigureRecorded;
import no.ehelse.portfolio.round.RoundEvent.RoundOpened;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakEvent.RiskAssessed;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

class SampleDataLoaderTest {

    private static final String SAMPLE_DATA = "--portfolio.sample-data=true";
    private static final LocalDate OCTOBER_2020 = LocalDate.of(2020, 10, 9);
    private static final LocalDate JUNE_2022 = LocalDate.of(2022, 6, 30);
    private static final LocalDate AFTER_OCTOBER_2020 = LocalDate.of(2020, 10, 10);

    @TempDir
    private Path folder;
    @TempDir
    private static Path anotherFolder;
    private static List<Recorded> uninterrupted = List.of();

    /** What does not differ between two stores with the same content. */
    private record Recorded(Object payload, Map<String, Object> provenance) {

        static Recorded of(EventMessage<?> event) {
            Map<String, Object> provenance = new HashMap<>();
            for (String key : List.of(Provenance.SOURCE, Provenance.IMPORT, RequestKey.KEY, RequestKey.DIGEST)) {
                if (event.getMetaData().get(key) != null) {
                    provenance.put(key, event.getMetaData().get(key));
                }
            }
            return new Recorded(event.getPayload() instanceof RoundPublished published
                    ? new RoundPublished(published.round(), published.edition(), published.comment(), null)
                    : event.getPayload(), provenance);
        }
    }

    private static List<Recorded> recorded(ImportingPortfolio portfolio) {
        return portfolio.events().stream().<Recorded>map(Recorded::of).toList();
    }

    private static List<Object> payloads(ImportingPortfolio portfolio) {
        return portfolio.events().stream().<Object>map(EventMessage::getPayload).toList();
    }

    private static TiltakNumber tiltak(int number) {
        return new TiltakNumber(number);
    }

    private static Occasion in(String round, LocalDate day) {
        return new Occasion(day, null, new RoundId(round), false);
    }

    @Test
    void an_empty_store_gets_the_published_rounds() {
        try (ImportingPortfolio portfolio = ImportingPortfolio.on(folder, SAMPLE_DATA)) {
            List<Object> payloads = payloads(portfolio);

            Map<String, Long> kinds = payloads.stream()
                    .collect(Collectors.groupingBy(event -> event.getClass().getSimpleName(), Collectors.counting()));
            assertThat(kinds)
                    .isEqualTo(Map.of("OrganisationRegistered", 11L, "RoundOpened", 3L, "RoundClosed", 3L,
                            "RoundPublished", 3L, "PrintedFigureRecorded", 50L, "TiltakRegistered", 75L,
                            "ReportSubmitted", 78L,
                            "StatusReported", 3L, "RiskAssessed", 5L, "TiltakRemoved", 30L));
            assertThat(portfolio.events()).extracting(event -> event.getMetaData().get(Provenance.SOURCE))
                    .containsOnly("sample-data");
            assertThat(payloads).contains(
                    new RoundOpened(new RoundId("2020-03"), "Status per mars 2020", LocalDate.of(2020, 3, 31), false),
                    new RoundOpened(new RoundId("2020-10"), "Status per oktober 2020", OCTOBER_2020, true),
                    new RoundOpened(new RoundId("2022-06"), "Status per juni 2022", JUNE_2022, true),
                    new PrintedFigureRecorded(new RoundId("2020-10"), new FigureName("budget.2021.amount#kap-3"),
                            "1100", "Nasjonal e-helseportefølje november 2020, kap. 3",
                            "Trykt som «rundt 1,1 milliard»; Vedlegg 1 summerer til 1 351 for de aktive og 1 663 med "
                                    + "kandidatene."),
                    new RiskAssessed(tiltak(182), new Occasion(OCTOBER_2020,
                            "Høy risiko ved veivalg for virkestoffordinering", new RoundId("2020-10"), false),
                            Risk.RED),
                    new TiltakRemoved(tiltak(81), in("2020-10", OCTOBER_2020), RemovalReason.CONTINUED_IN,
                            "Fortsetter i Helhetlig samhandling og Akson Journal", List.of(tiltak(194), tiltak(193)),
                            null),
                    new TiltakRemoved(tiltak(188), in("2020-10", OCTOBER_2020), RemovalReason.AWAITING_DECISION,
                            "Avventer videre beslutning", List.of(), null),
                    new TiltakRemoved(tiltak(83), in("2022-06", JUNE_2022), RemovalReason.UNKNOWN, null, List.of(),
                            AFTER_OCTOBER_2020),
                    new TiltakRegistered(tiltak(205), in("2022-06", JUNE_2022),
                            Facts.of(Attribute.NAME, "Kart og oppdragsløsning for Legevaktsentraler")
                                    .with(Attribute.ORGANISATION,
                                            OrganisationId.madeFrom("Helsetjenestens driftsorganisasjon"))
                                    .with(Attribute.STATUS, Status.YELLOW)
                                    .with(Attribute.RISK, null)
                                    .with(Attribute.PHASE, Phase.EXECUTE)
                                    .with(Attribute.SEGMENT, Segment.OBSERVE)
                                    .with(Attribute.ACTIVITY, Activity.ACTIVE)
                                    .with(Attribute.FOCUS_AREA, new FocusAreaCode("1.1")),
                            AFTER_OCTOBER_2020));
            assertThat(payloads.getLast()).isEqualTo(new TiltakRemoved(tiltak(5),
                    Occasion.on(LocalDate.of(2022, 7, 1)), RemovalReason.REORGANISED, null,
                    List.of(tiltak(184), tiltak(213), tiltak(214), tiltak(215), tiltak(216)), null));
        }
    }

    @Test
    void what_is_there_is_not_recorded_again_whatever_users_did_meanwhile() {
        try (ImportingPortfolio portfolio = ImportingPortfolio.on(folder, SAMPLE_DATA)) {
            portfolio.send(new RemoveTiltak(tiltak(125), Occasion.on(LocalDate.of(2022, 8, 1)), RemovalReason.ENDED,
                    null, List.of(), null));
            portfolio.organisation("En ny", "Enda et navn");
        }
        try (ImportingPortfolio portfolio = ImportingPortfolio.on(folder, SAMPLE_DATA)) {
            assertThat(payloads(portfolio)).hasSize(261 + 2);
        }
    }

    @Test
    void the_bundled_files_change_nothing_when_they_are_imported_again() {
        try (ImportingPortfolio portfolio = ImportingPortfolio.on(folder, SAMPLE_DATA)) {
            for (String round : List.of("2020-03", "2020-10", "2022-06")) {
                ImportAnswer again = portfolio.bean(RoundImport.class)
                        .carryOut(RoundFile.sent(new RoundId(round), SampleFiles.read(round + ".csv"), false, null,
                                ImportingPortfolio.OURS));

                assertThat(again).isEqualTo(new ImportAnswer(again.id(), again.layout(), again.rows(), List.of(),
                        List.of(), again.rows(), List.of(), List.of(), List.of()));
            }
            assertThat(payloads(portfolio)).hasSize(261);
        }
    }

    @Test
    void a_store_with_events_of_its_own_is_left_alone() {
        try (ImportingPortfolio portfolio = ImportingPortfolio.on(folder)) {
            portfolio.organisation("Vår egen");
        }
        try (ImportingPortfolio portfolio = ImportingPortfolio.on(folder, SAMPLE_DATA)) {
            assertThat(payloads(portfolio)).hasSize(1);
        }
    }

    /** Breaks the load off as a crash would, after a number of commands. */
    static class Crash {

        @Autowired
        void afterSomeCommands(CommandBus commands, Environment environment) {
            AtomicInteger left = new AtomicInteger(environment.getRequiredProperty("commands", Integer.class));
            commands.registerHandlerInterceptor((unit, chain) -> {
                if (left.decrementAndGet() < 0) {
                    throw new IllegalStateException("crashed");
                }
                return chain.proceed();
            });
        }
    }

    /** Among organisations, within a file, between closing and publication, among explanations, printed figures, removals. */
    @ParameterizedTest
    @ValueSource(ints = {5, 40, 66, 125, 150, 217})
    void a_load_that_was_broken_off_goes_on_and_ends_as_if_it_had_not(int commands) {
        assertThatThrownBy(() -> ImportingPortfolio.with(
                new SpringApplicationBuilder(PortfolioApplication.class, Crash.class), folder, SAMPLE_DATA,
                "--commands=" + commands)).hasStackTraceContaining("crashed");
        List<Recorded> resumed;
        try (ImportingPortfolio portfolio = ImportingPortfolio.on(folder, SAMPLE_DATA)) {
            resumed = recorded(portfolio);
        }
        assertThat(resumed).isEqualTo(uninterrupted());
    }

    private static synchronized List<Recorded> uninterrupted() {
        if (uninterrupted.isEmpty()) {
            try (ImportingPortfolio portfolio = ImportingPortfolio.on(anotherFolder, SAMPLE_DATA)) {
                uninterrupted = recorded(portfolio);
            }
        }
        return uninterrupted;
    }
}
