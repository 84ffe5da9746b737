package no.ehelse.portfolio.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.importing.StartedPortfolio;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;

class DeadLetterTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 1);

    @TempDir
    private Path folder;

    @Test
    void an_event_that_cannot_be_written_is_parked_and_the_rest_goes_on() throws InterruptedException {
        try (StartedPortfolio portfolio = StartedPortfolio.on(folder)) {
            register(portfolio, 1);
            register(portfolio, 2);
            awaitHead(portfolio);
            // A row that must not be there makes the next entry of tiltak 1 impossible to write.
            portfolio.bean(JdbcTemplate.class).update("""
                    insert into tiltak_entry_a (position, number, sequence, event_id, type, recorded_at, changed_on, changes,
                                              confirmed, late, correction, payload)
                    select 1000000, 1, 1, 'in the way', type, recorded_at, changed_on, changes, confirmed, late,
                           correction, payload
                    from tiltak_entry
                    where number = 1
                    """);

            red(portfolio, 1);
            red(portfolio, 2);
            awaitHead(portfolio);

            assertThat(status(portfolio, 1)).isNull();
            assertThat(status(portfolio, 2)).isEqualTo(no.ehelse.portfolio.tiltak.Status.RED);
            assertThat(portfolio.bean(SequencedDeadLetterQueue.class).size()).isEqualTo(1);
            assertThat(health(portfolio, "deadLettersHealthIndicator")).isEqualTo(Status.DOWN);
            assertThat(health(portfolio, "readModelHealthIndicator")).isEqualTo(Status.UP);
        }
    }

    private static Status health(StartedPortfolio portfolio, String name) {
        return Objects.requireNonNull(portfolio.bean(name, HealthIndicator.class).health()).getStatus();
    }

    private static void register(StartedPortfolio portfolio, int number) {
        portfolio.send(new RegisterTiltak(new TiltakNumber(number), Occasion.on(DAY),
                Facts.of(Attribute.NAME, "Tiltak " + number), null, null));
    }

    private static void red(StartedPortfolio portfolio, int number) {
        portfolio.send(new ReportStatus(new TiltakNumber(number), Occasion.on(DAY),
                no.ehelse.portfolio.tiltak.Status.RED));
    }

    private static void awaitHead(StartedPortfolio portfolio) throws InterruptedException {
        assertThat(portfolio.bean(PortfolioIndex.class)
                .await(portfolio.bean(StreamPositions.class).head(),
                        Duration.ofMinutes(1)))
                .isTrue();
    }

    private static @Nullable Object status(StartedPortfolio portfolio, int number) {
        PortfolioIndex index = portfolio.bean(PortfolioIndex.class);
        TiltakVersion version = index.snapshot()
                .track(new TiltakNumber(number))
                .orElseThrow()
                .at(new Point(DAY, index.snapshot().position(), null));
        return version == null ? null : version.get(Attribute.STATUS);
    }
}
