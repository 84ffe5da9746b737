package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The worked example of the two times, over HTTP, where nobody chooses when something is recorded. */
class WorkedExampleIT {

    @TempDir
    private Path folder;

    @Test
    void late_reports_corrections_and_retractions_change_what_is_known_but_not_what_was_known()
            throws IOException, InterruptedException {
        try (Service service = Service.start(folder.resolve("data"))) {
            service.command("/api/tiltak", Map.of("number", 9001, "name", "Prøvetiltak", "effectiveFrom", "2020-03-01",
                    "status", "YELLOW"));
            pause();
            service.command("/api/tiltak/9001/status", Map.of("effectiveFrom", "2020-10-09", "status", "RED"));
            pause();
            service.command("/api/tiltak/9001/status", Map.of("effectiveFrom", "2020-06-15", "status", "RED",
                    "comment", "Hadde allerede blitt rød i juni"));
            pause();
            service.command("/api/tiltak/9001/status", Map.of("effectiveFrom", "2020-10-09", "status", "YELLOW",
                    "comment", "Retting av oktoberrapporten", "correction", true));
            pause();
            JsonNode june = service.read("/api/tiltak/9001/history?minPosition=" + head(service)).get("entries").get(2);
            long position = service.command("/api/tiltak/9001/retractions", Map.of("event",
                    june.get("event").stringValue(), "comment", "Gjaldt et annet tiltak")).get("position").longValue();

            List<String> recordedAt = new ArrayList<>();
            for (JsonNode entry : service.read("/api/tiltak/9001/history?minPosition=" + position).get("entries")) {
                recordedAt.add(entry.get("recordedAt").stringValue());
            }

            assertThat(recordedAt).hasSize(5).doesNotHaveDuplicates().isSorted();
            assertThat(status(service, "2020-07-01", recordedAt.get(1))).isEqualTo("YELLOW");
            assertThat(status(service, "2020-07-01", recordedAt.get(2))).isEqualTo("RED");
            assertThat(status(service, "2020-10-09", recordedAt.get(2))).isEqualTo("RED");
            assertThat(status(service, "2020-10-09", null)).isEqualTo("YELLOW");
            assertThat(status(service, "2020-07-01", null)).isEqualTo("YELLOW");
            assertThat(service.get("/api/tiltak/9001?at=2020-02-29").json().get("code").stringValue())
                    .isEqualTo("not-in-portfolio");
            assertThat(service.get("/api/tiltak/9002").json().get("code").stringValue()).isEqualTo("unknown-tiltak");
        }
    }

    private static long head(Service service) {
        return service.read("/api/audit").get("head").longValue();
    }

    /** So that no two events share a millisecond, and each has an instant of its own to ask about. */
    private static void pause() throws InterruptedException {
        Thread.sleep(5);
    }

    private static String status(Service service, String day, @Nullable String knownAt) {
        return service.read("/api/tiltak/9001?at=" + day + (knownAt == null ? "" : "&knownAt=" + knownAt))
                .get("status")
                .stringValue();
    }
}
