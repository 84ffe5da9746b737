package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import no.ehelse.portfolio.PortfolioApplication;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder, one process. */
@EmbeddedStoreOnly("It is about the file in the data folder")
class DataFolderTest {

    @Test
    void a_second_process_on_the_same_folder_is_refused_in_plain_words(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("made/if/missing");
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            Process second = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), PortfolioApplication.class.getName(),
                    "--server.port=0", "--portfolio.data-dir=" + folder).redirectErrorStream(true).start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isNotZero();
            assertThat(said).contains("The data folder " + folder + " is in use by another process "
                    + ProcessHandle.current().pid() + " of this service.").doesNotContain("\tat ");
            assertThat(portfolio.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
        try (RunningPortfolio again = RunningPortfolio.on(folder)) {
            assertThat(again.events()).isZero();
        }
    }
}
