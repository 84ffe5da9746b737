package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is asked to end while it works: it finishes what it took, takes nothing more, and says nothing odd. */
class ShutdownIT {

    /** 128 + 15, the number of SIGTERM. */
    private static final int TERMINATED = 143;

    private static final int ROWS = 200;

    @TempDir
    private Path folder;

    @Test
    void commands_under_way_are_answered_and_nothing_is_lost() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Service service = Service.start(data);
        Load load = Load.on(service);
        load.awaitMore();
        service.terminate();

        assertThat(service.awaitEnd()).isEqualTo(TERMINATED);
        load.end();
        assertClean(service);
        try (Service next = Service.start(data)) {
            load.assertEverythingAnswered(next);
            load.account("An end under load", next);
        }
    }

    @Test
    void an_import_under_way_is_finished_and_one_that_does_not_go_on_leaves_nothing()
            throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Service service = Service.start(data);
        CountDownLatch goesOn = new CountDownLatch(1);
        CompletableFuture<Service.Answer> finished = importing(service, "2020-03", goesOn);
        service.terminate();
        TimeUnit.SECONDS.sleep(1);
        goesOn.countDown();
        assertThat(finished.join().status()).as(finished.join().text()).isEqualTo(200);
        assertThat(finished.join().json().get("registered").size()).isEqualTo(ROWS);
        assertThat(service.awaitEnd()).isEqualTo(TERMINATED);
        assertClean(service);

        Service second = Service.start(data, "--spring.lifecycle.timeout-per-shutdown-phase=2s");
        assertThat(second.read("/api/portfolio?at=2020-03-31").get("total").intValue()).isEqualTo(ROWS);
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Service.Answer> broken = importing(second, "2020-10", never);
        long asked = System.nanoTime();
        second.terminate();
        assertThat(second.awaitEnd()).isEqualTo(TERMINATED);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - asked)).as("seconds until its end")
                .isLessThan(15);
        never.countDown();
        assertThatThrownBy(broken::join).isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UncheckedIOException.class);

        try (Service third = Service.start(data)) {
            assertThat(third.read("/api/audit?limit=5000")
                    .get("entries")
                    .valueStream()
                    .filter(entry -> entry.get("type").stringValue().equals("ReportSubmitted"))
                    .count()).as("of the import that did not go on").isZero();
            assertThat(third.read("/api/audit/verification").get("intact").booleanValue()).isTrue();
        }
    }

    /** Sends half of a file, when the service says that it may, and the rest when it goes on; answers in between. */
    private static CompletableFuture<Service.Answer> importing(Service service, String round, CountDownLatch goesOn)
            throws InterruptedException {
        service.command("/api/rounds",
                Map.of("round", round, "name", round, "cutOff", round.equals("2020-03") ? "2020-03-31" : "2020-10-09"));
        byte[] file = IntStream.rangeClosed(1, ROWS)
                .mapToObj(number -> "Samstyre;" + number + ";;Tiltak " + number + ";Planlegge;Aktiv;Grønn;Gul;\r\n")
                .collect(Collectors.joining("",
                        "Segment;ID;Aktør;Tiltaksnavn;Fase;Er prosjektet aktivt?;Status;Risiko;Innsatsområde\r\n", ""))
                .getBytes(StandardCharsets.UTF_8);
        int half = file.length / 2;
        CountDownLatch halfSent = new CountDownLatch(1);
        InputStream rest = new ByteArrayInputStream(file, half, file.length - half);
        InputStream body = new SequenceInputStream(new ByteArrayInputStream(file, 0, half), new InputStream() {
            @Override
            public int read() throws IOException {
                await();
                return rest.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                await();
                return rest.read(bytes, offset, length);
            }

            private void await() throws IOException {
                halfSent.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        });
        HttpRequest request = service.request("/api/rounds/" + round + "/import?dryRun=false")
                .header("Content-Type", "text/csv")
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                .build();
        CompletableFuture<Service.Answer> answer = CompletableFuture.supplyAsync(() -> service.send(request));
        halfSent.await();
        return answer;
    }

    private static void assertClean(Service service) throws IOException {
        assertThat(service.log().lines().filter(line -> line.matches(".*\\b(WARN|ERROR)\\b.*|\\tat .*")))
                .as("warnings, errors and stack traces")
                .isEmpty();
    }
}
