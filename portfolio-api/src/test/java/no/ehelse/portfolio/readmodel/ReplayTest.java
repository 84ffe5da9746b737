package no.ehelse.portfolio.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.eventstore.EventProcessors;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.index.Track;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class ReplayTest {

    @TempDir
    private Path folder;

    @Test
    void a_dropped_read_model_comes_back_row_by_row_and_the_index_with_it() throws InterruptedException {
        Map<String, List<String>> live;
        List<String> answers;
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            new RandomRounds(portfolio, 20201009).play(240);
            awaitHead(portfolio);
            live = ReadModelRows.all(portfolio.bean(JdbcTemplate.class));
            answers = answers(portfolio);

            replay(portfolio);

            Map<String, List<String>> replayed = ReadModelRows.all(portfolio.bean(JdbcTemplate.class));
            live.forEach((table, rows) -> assertThat(replayed.get(table)).as(table).containsExactlyElementsOf(rows));
        }
        try (RunningPortfolio restarted = RunningPortfolio.on(folder)) {
            assertThat(live.get("tiltak_entry")).hasSizeGreaterThan(100);
            assertThat(answers(restarted)).as("answers of an index that was read from the tables").isEqualTo(answers);
        }
    }

    private static void replay(RunningPortfolio portfolio) throws InterruptedException {
        StreamingEventProcessor processor = portfolio.bean(EventProcessingConfiguration.class)
                .eventProcessor(EventProcessors.PORTFOLIO, StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        JdbcTemplate jdbc = portfolio.bean(JdbcTemplate.class);
        ReadModelRows.tables().forEach(table -> jdbc.update("delete from " + table + "_a"));
        jdbc.update("update read_model_progress set position = 0, generation = generation + 1");
        jdbc.update("delete from token_entry");
        processor.start();
        long head = portfolio.bean(StreamPositions.class).head();
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (portfolio.bean(Progress.class).mark().position() < head) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static void awaitHead(RunningPortfolio portfolio) throws InterruptedException {
        assertThat(portfolio.bean(PortfolioIndex.class)
                .await(portfolio.bean(StreamPositions.class).head(),
                        Duration.ofMinutes(1)))
                .isTrue();
    }

    /** What the index says of every tiltak at every position on every day on which anything begins. */
    private static List<String> answers(RunningPortfolio portfolio) throws InterruptedException {
        awaitHead(portfolio);
        Snapshot snapshot = portfolio.bean(PortfolioIndex.class).snapshot();
        JdbcTemplate jdbc = portfolio.bean(JdbcTemplate.class);
        return jdbc.query("""
                select version.number, version.valid_from, entry.position
                from tiltak_version version
                join tiltak_entry entry on entry.number = version.number
                order by version.number, version.valid_from, entry.position
                """, (row, number) -> {
            Point point = new Point(row.getObject(2, LocalDate.class), row.getLong(3), null);
            Track track = snapshot.track(new TiltakNumber(row.getInt(1))).orElseThrow();
            TiltakVersion version = track.at(point);
            return point + " " + track.version(point.position()) + " " + version;
        });
    }
}
