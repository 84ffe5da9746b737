package no.ehelse.portfolio.upkeep.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestDatabases;
import no.ehelse.portfolio.readmodel.RandomRounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of years, as docs/operations.md moves it: from the embedded store to PostgreSQL, and back again. */
@EmbeddedStoreOnly("It begins on the embedded store, and comes back to it")
class MoveOfHistoryIT {

    private static final int COMMANDS = 10_000;
    private static final int TILTAK = 200;
    private static final long SEED = 20201009;

    @TempDir
    private Path folder;

    /** The store as an operator names it: its data folder and what else says where it is. */
    private record Store(Path data, List<String> database) {

        Outcome command(String name, Path file, String... further) {
            return StoreCommands.run(Stream.of(
                    Stream.of("--portfolio.store.command=" + name, "--portfolio.data-dir=" + data,
                            "--portfolio.store.file=" + file),
                    database.stream(), Stream.of(further)).flatMap(arguments -> arguments).toArray(String[]::new));
        }
    }

    @Test
    void ten_thousand_commands_are_the_same_history_on_postgresql_and_back_on_the_embedded_store() throws IOException {
        Store embedded = new Store(folder.resolve("embedded"), List.of());
        WhatReadersSee before;
        try (RunningPortfolio portfolio = RunningPortfolio.embedded(embedded.data(), "--portfolio.sample-data=true")) {
            for (int number = 1; number <= TILTAK; number++) {
                portfolio.post("/api/tiltak", """
                        {"number": %d, "name": "Fra før", "effectiveFrom": "2019-01-01", "correction": true,
                         "comment": "Glemt"}""".formatted(number));
            }
            new RandomRounds(portfolio, SEED, TILTAK).play(COMMANDS);
            before = WhatReadersSee.of(portfolio);
        }
        // About two of three are refused: what was published has to be corrected, what is gone cannot change.
        assertThat(before.lines().size()).isGreaterThan(COMMANDS / 4);
        assertThat(before.reports()).hasSizeGreaterThan(4);
        assertThat(before.rows().values()).noneMatch(List::isEmpty);

        Path data = folder.resolve("postgresql");
        Store postgresql = new Store(data, TestDatabases.postgresql(data));
        move(embedded, postgresql, before.heads());
        try (RunningPortfolio portfolio = RunningPortfolio.onPostgresql(data)) {
            assertThat(WhatReadersSee.of(portfolio)).isEqualTo(before);
        }

        Store back = new Store(folder.resolve("back"), List.of());
        move(postgresql, back, before.heads());
        try (RunningPortfolio portfolio = RunningPortfolio.embedded(back.data())) {
            assertThat(WhatReadersSee.of(portfolio)).isEqualTo(before);
            assertThat(portfolio.post("/api/tiltak/125/status", """
                    {"status": "GREEN", "effectiveFrom": "2022-08-02"}""").status()).as("goes on").isEqualTo(200);
        }
    }

    private static void move(Store from, Store to, String heads) throws IOException {
        Path log = to.data().resolveSibling(to.data().getFileName() + ".ndjson.gz");
        Outcome exported = from.command("export", log);
        assertThat(exported.text()).contains("heads=" + heads);

        Files.createDirectories(to.data());
        Files.copy(from.data().resolve("seal-key"), to.data().resolve("seal-key"));
        Outcome imported = to.command("import", log, "--portfolio.store.heads=" + heads);
        assertThat(imported.done()).as(imported.text()).isTrue();
    }
}
