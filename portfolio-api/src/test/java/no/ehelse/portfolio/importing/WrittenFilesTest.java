package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.xlsx.Cell;
import no.ehelse.portfolio.xlsx.Row;
import no.ehelse.portfolio.xlsx.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that we write of the portfolio: what people open, and what happens when they come back. */
class WrittenFilesTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2022, 6, 30);
    private static final String ROUND = "2022-06";
    private static final List<String> NAMES = List.of("Måle «søvn» i Ærø", "=1+1", "+47 22", "-x", "@A1", "'=1", "N/A",
            "n/a", "'N/A", "2030", "To\r\nlinjer; \"sitat\"", "_x000D_", "<b>&amp;</b>");

    @TempDir
    private Path folder;
    private ImportingPortfolio portfolio;

    @BeforeEach
    void start() {
        portfolio = ImportingPortfolio.on(folder);
        portfolio.organisation("N/A");
        portfolio.organisation("=Helse");
        portfolio.open("2021-06", LocalDate.of(2021, 6, 30));
        portfolio.open(ROUND, CUT_OFF);
        int number = 1;
        for (String name : NAMES) {
            register(number, name, number % 3 == 0 ? "N/A" : number % 3 == 1 ? "=Helse" : null);
            number++;
        }
        report(1, Facts.of(Attribute.NAME, NAMES.getFirst()).with(Attribute.budget(2020), new BigDecimal("1234.567")));
        report(2, Facts.of(Attribute.NAME, NAMES.get(1)).with(Attribute.budget(2021), null));
    }

    @AfterEach
    void stop() {
        portfolio.close();
    }

    private void register(int number, String name, @Nullable String organisation) {
        portfolio.send(new RegisterTiltak(new TiltakNumber(number),
                new Occasion(number < 10 ? CUT_OFF : LocalDate.of(2021, 6, 30), null,
                        new RoundId(number < 10 ? ROUND : "2021-06"), false),
                Facts.of(Attribute.NAME, name).with(Attribute.STATUS, Status.GREEN),
                new OrganisationReference(organisation), null));
    }

    private void report(int number, Facts facts) {
        portfolio.send(new SubmitReport(new TiltakNumber(number), new RoundId(ROUND), CUT_OFF, null, false, facts, null,
                Comments.NONE));
    }

    private HttpResponse<byte[]> written(FileFormat format) throws IOException, InterruptedException {
        long head = JsonMapper.shared()
                .readTree(portfolio.running().get("/api/audit?limit=1").body())
                .get("head")
                .longValue();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest
                    .newBuilder(portfolio.running()
                            .uri("/api/portfolio?round=" + ROUND + "&minPosition=" + head + "&sort=-number"))
                    .header("Accept", format == FileFormat.CSV ? FileFormat.CSV_TYPE : FileFormat.XLSX_TYPE)
                    .build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private JsonNode values() {
        JsonNode portfolio = JsonMapper.shared()
                .readTree(this.portfolio.running().get("/api/portfolio?round=" + ROUND).body());
        return portfolio.get("tiltak");
    }

    private ImportAnswer imported(FileFormat format, String round, byte[] file) {
        return portfolio.bean(RoundImport.class)
                .carryOut(RoundFile.sent(new RoundId(round), file, false, null, ImportingPortfolio.OURS).in(format));
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void what_is_written_of_a_round_can_be_imported_again_and_records_nothing(FileFormat format) throws Exception {
        for (int number = 10; number <= NAMES.size(); number++) {
            report(number, Facts.of(Attribute.NAME, NAMES.get(number - 1)));
        }
        byte[] file = written(format).body();
        JsonNode before = values();
        int events = portfolio.events().size();

        ImportAnswer done = imported(format, ROUND, file);

        assertThat(done).isEqualTo(new ImportAnswer(done.id(), "2022", NAMES.size(), List.of(), List.of(), NAMES.size(),
                List.of(), List.of(), List.of()));
        assertThat(portfolio.events()).hasSize(events);
        assertThat(before).hasSize(NAMES.size());
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void a_tiltak_that_was_not_reported_in_the_round_is_reported_by_the_file_without_budgets_that_nobody_stated()
            throws Exception {
        byte[] file = written(FileFormat.XLSX).body();
        int events = portfolio.events().size();

        ImportAnswer done = imported(FileFormat.XLSX, ROUND, file);

        assertThat(done).isEqualTo(new ImportAnswer(done.id(), "2022", NAMES.size(), List.of(), List.of(), NAMES.size(),
                List.of(), List.of(), List.of()));
        assertThat(portfolio.events()).hasSize(events + 4);
        for (JsonNode tiltak : values()) {
            assertThat(tiltak.get("budgets").toString()).isEqualTo(switch (tiltak.get("number").intValue()) {
                case 1 -> "{\"2020\":1234.567}";
                case 2 -> "{\"2021\":null}";
                default -> "{}";
            });
        }
    }

    @Test
    void a_blank_budget_in_a_column_that_is_not_among_all_of_ours_is_reported_as_not_reported() {
        portfolio.carryOut(ROUND, "ID;Tiltaksnavn;Budsjett 2023\n1;" + NAMES.getFirst() + ";\n");

        assertThat(portfolio.events().getLast().getPayload().toString()).contains("budgets.2023=null");
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void a_changed_row_is_a_report_and_the_others_stay_as_they_are(FileFormat format) throws Exception {
        byte[] file = format == FileFormat.CSV
                ? new String(written(format).body(), StandardCharsets.UTF_8).replace("1234,567", "7,5")
                        .getBytes(StandardCharsets.UTF_8)
                : written(format).body();
        if (format == FileFormat.XLSX) {
            report(1, Facts.of(Attribute.NAME, NAMES.getFirst()).with(Attribute.budget(2020), new BigDecimal("7.5")));
        }

        ImportAnswer done = imported(format, ROUND, file);

        assertThat(done.errors()).isEmpty();
        assertThat(done.changed()).extracting(changed -> changed.number().value()).containsExactly(1);
    }

    @Test
    void a_new_store_takes_what_is_written() throws Exception {
        byte[] file = written(FileFormat.XLSX).body();
        portfolio.open("2019-06", LocalDate.of(2019, 6, 30));

        ImportAnswer done = imported(FileFormat.XLSX, "2019-06", file);

        assertThat(done.errors()).isEmpty();
        assertThat(done.registered()).extracting(Listed::name).containsExactlyElementsOf(NAMES);
    }

    @Test
    void a_workbook_is_a_file_with_numbers_that_are_numbers_and_texts_that_are_texts() throws Exception {
        HttpResponse<byte[]> answer = written(FileFormat.XLSX);

        List<Row> rows = new ArrayList<>();
        Workbook.open(answer.body(), FileLimits.WORKBOOK).visibleSheets().getFirst().read(rows::add);
        assertThat(answer.headers().firstValue("Content-Type")).contains(FileFormat.XLSX_TYPE);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"portefolje-2022-06-30.xlsx\"");
        assertThat(rows).hasSize(NAMES.size() + 1);
        assertThat(rows.getFirst().cells().values()).containsExactly(new Cell.Text("Segment"), new Cell.Text("ID"),
                new Cell.Text("Aktør"), new Cell.Text("Tiltaksnavn"), new Cell.Text("Fase"),
                new Cell.Text("Er prosjektet aktivt?"), new Cell.Text("Status"), new Cell.Text("Risiko"),
                new Cell.Text("Innsatsområde"), new Cell.Text("Budsjett 2020"), new Cell.Text("Budsjett 2021"));
        assertThat(rows.getLast().cells()).isEqualTo(Map.of(1, new Cell.Numeric(BigDecimal.ONE), 2,
                new Cell.Text("'=Helse"), 3, new Cell.Text(NAMES.getFirst()), 5, new Cell.Text("Aktiv"), 6,
                new Cell.Text("Grønn"), 9, new Cell.Numeric(new BigDecimal("1234.567"))));
        assertThat(rows).allSatisfy(row -> assertThat(row.cells().values())
                .noneMatch(cell -> cell instanceof Cell.Text(String text) && text.matches("(?s)[=+@-].*")));
    }
}
