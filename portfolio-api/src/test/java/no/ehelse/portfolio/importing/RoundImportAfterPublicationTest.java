package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import no.ehelse.portfolio.importing.ImportAnswer.Changed;
import no.ehelse.portfolio.importing.ImportAnswer.TypedChange;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published covers all earlier days too: every test has a store of its own. */
class RoundImportAfterPublicationTest {

    private static final String FILE = "ID;Tiltaksnavn;Status;Aktør\n1;A;Gul;Hdir\n2;B;Gul;\n";

    @TempDir
    private Path folder;
    private ImportingPortfolio portfolio;

    @BeforeEach
    void start() {
        portfolio = ImportingPortfolio.on(folder);
        portfolio.organisation("Helsedirektoratet", "Hdir");
        portfolio.open("2022-06", LocalDate.of(2022, 6, 30));
        portfolio.carryOut("2022-06", FILE);
    }

    @AfterEach
    void stop() {
        portfolio.close();
    }

    private static List<String> codes(ImportAnswer answer) {
        return answer.errors().stream().map(error -> error.row() + " " + error.code()).toList();
    }

    private ImportAnswer corrected(String file, @Nullable String comment) {
        return portfolio.bean(RoundImport.class)
                .carryOut(RoundFile.sent(new RoundId("2022-06"), file.getBytes(StandardCharsets.UTF_8), true, comment,
                        ImportingPortfolio.OURS));
    }

    @Test
    void the_same_file_again_records_nothing() {
        portfolio.closeAndPublish("2022-06");
        int before = portfolio.events().size();

        ImportAnswer again = portfolio.carryOut("2022-06", FILE);

        assertThat(again).isEqualTo(new ImportAnswer(again.id(), "2022", 2, List.of(), List.of(), 2, List.of(),
                List.of(), List.of()));
        assertThat(portfolio.events()).hasSize(before);
    }

    @Test
    void other_values_are_taken_as_corrections_only() {
        portfolio.closeAndPublish("2022-06");
        String file = "ID;Tiltaksnavn;Status;Aktør\n1;A;Rød;Hdir\n2;B;Gul;\n3;C;Gul;\n";

        ImportAnswer refused = portfolio.carryOut("2022-06", file);
        ImportAnswer unexplained = corrected(file, null);
        ImportAnswer corrected = corrected(file, "Feil i kilden");

        assertThat(codes(refused)).containsExactly("2 round-published", "4 round-published");
        assertThat(codes(unexplained)).containsExactly("2 reason-required", "4 reason-required");
        assertThat(corrected).isEqualTo(new ImportAnswer(corrected.id(), "2022", 3,
                List.of(new Listed(new TiltakNumber(3), "C")),
                List.of(new Changed(new TiltakNumber(1), "A",
                        List.of(new TypedChange("status", "YELLOW", "RED")))),
                1, List.of(), List.of(), List.of()));
    }

    @Test
    void what_we_write_of_the_round_changes_nothing_also_where_it_says_more_than_the_round_did() {
        portfolio.open("2021-06", LocalDate.of(2021, 6, 30));
        portfolio.carryOut("2021-06", "ID;Tiltaksnavn;Segment;Budsjett 2021\n1;A;Samstyre;7\n");
        portfolio.closeAndPublish("2022-06");
        int before = portfolio.events().size();
        byte[] written = PortfolioSheet.of(List.of(new PortfolioSheet.Row(Segment.GOVERN_JOINTLY,
                new TiltakNumber(1), "Helsedirektoratet", "A", null, Activity.ACTIVE, Status.YELLOW, null, null,
                new TreeMap<>(Map.of(2021, new BigDecimal("7"))))));

        ImportAnswer done = portfolio.bean(RoundImport.class)
                .carryOut(RoundFile.sent(new RoundId("2022-06"), written, false, null, ImportingPortfolio.OURS));

        assertThat(done).isEqualTo(new ImportAnswer(done.id(), "2022", 1, List.of(), List.of(), 1,
                List.of(new Listed(new TiltakNumber(2), "B")), List.of(), List.of()));
        assertThat(portfolio.events()).hasSize(before);
    }

    @Test
    void an_import_never_slips_in_behind_a_publication() {
        AtomicBoolean published = new AtomicBoolean();
        Registration publishing = portfolio.bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            Object answer = chain.proceed();
            boolean last = unit.getMessage().getPayload() instanceof SubmitReport report
                    && report.number().equals(new TiltakNumber(2));
            if (last && published.compareAndSet(false, true)) {
                CompletableFuture.runAsync(() -> portfolio.closeAndPublish("2022-06")).join();
            }
            return answer;
        });

        ImportAnswer done = portfolio.carryOut("2022-06", FILE.replace("Gul", "Rød"));

        publishing.cancel();
        assertThat(codes(done)).containsExactly("2 round-published", "3 round-published");
        assertThat(portfolio.events().getLast().getPayload().getClass().getSimpleName()).isEqualTo("RoundPublished");
    }
}
