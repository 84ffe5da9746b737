package no.ehelse.portfolio.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.hostile.ApiOperations.Operation;
import no.ehelse.portfolio.hostile.Attacks.Attack;
import org.jspecify.annotations.Nullable;

/**
 * Sends hostile requests, several at once. Each follows from the seed and its number alone, apart from identifiers that the
 * service makes: {@code portfolio.fuzz.seed}, {@code .requests}, {@code .seconds} and {@code .first} are its system
 * properties. The seed {@code random} is another one each time.
 */
final class Assault {

    private static final long SEED = seed(System.getProperty("portfolio.fuzz.seed", "20201009"));
    private static final int REQUESTS = Integer.getInteger("portfolio.fuzz.requests", 10_000);
    private static final int SECONDS = Integer.getInteger("portfolio.fuzz.seconds", 60);
    private static final int FIRST = Integer.getInteger("portfolio.fuzz.first", 0);
    private static final int SENDERS = 4;
    /** What reads the whole log or copies the whole store is sent less often than the rest. */
    private static final List<String> HEAVY = List.of("POST /api/admin/backups", "GET /api/audit/verification",
            "GET /api/audit/export", "POST /api/admin/read-models/{name}/rebuilds",
            "POST /api/imports/{import}/retraction");
    private static final int HEAVY_EVERY = 16;
    private static final Path FAILED = Path.of("target", "hostile-requests");
    private static final String OURS = "hostile-";

    private final int port;
    private final List<Operation> operations;
    private final ValidRequests valid;
    private final RecordedByRequest recorded;
    private final String reporter;
    private final AtomicInteger next = new AtomicInteger(FIRST);
    private final Tally tally = new Tally(SEED);

    Assault(int port, List<Operation> operations, KnownThings known, RecordedByRequest recorded, String reporter) {
        this.port = port;
        this.operations = operations;
        this.recorded = recorded;
        this.reporter = reporter;
        valid = new ValidRequests(known);
    }

    private static long seed(String property) {
        return property.equals("random") ? System.nanoTime() : Long.parseLong(property);
    }

    /** Whether a request is one of these. */
    boolean isOurs(String request) {
        return request.startsWith(OURS);
    }

    /** What became of all requests. */
    Tally carriedOut() throws Exception {
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(SECONDS);
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sending = IntStream.range(0, SENDERS)
                    .<Future<?>>mapToObj(sender -> senders.submit(() -> {
                        send(end);
                        return null;
                    }))
                    .toList();
            for (Future<?> one : sending) {
                one.get();
            }
        }
        tally.took(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return tally;
    }

    private void send(long end) throws IOException {
        try (Wire wire = new Wire(port)) {
            for (int index = next.getAndIncrement(); index - FIRST < REQUESTS && System.nanoTime() < end; index =
                    next.getAndIncrement()) {
                send(index, wire);
            }
        }
    }

    private void send(int index, Wire wire) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1_000_003L * index);
        Operation operation = operations.get(index % operations.size());
        if (HEAVY.contains(operation.name()) && index / operations.size() % HEAVY_EVERY != 0) {
            operation = operations.get(random.nextInt(operations.size()));
        }
        String id = OURS + index;
        WireRequest fine = as(random, valid.of(operation, index, random).header("X-Request-Id", id));
        Attack attack = new Attacks(random).on(fine);
        @Nullable String wrong;
        int status = 0;
        try {
            WireAnswer answer = attack.alone() ? wire.alone(attack.request()) : wire.exchange(attack.request());
            status = answer.status();
            wrong = wrong(operation, attack, answer, recorded.of(id), wire);
            if (wrong != null) {
                wrong += "; the answer was " + status + " " + shortened(answer.text());
            }
        } catch (IOException e) {
            wrong = "no answer: " + e;
            wire.close();
        }
        tally.count(operation.name(), status);
        if (wrong != null) {
            tally.fail("%s, request %d (%s): %s%n  %s".formatted(operation.name(), index, attack.kind(), wrong,
                    repeatable(index, attack.request())));
        }
    }

    private @Nullable String wrong(Operation operation, Attack attack, WireAnswer answer, int events, Wire wire)
            throws IOException {
        String method = attack.request().method();
        @Nullable String wrong = Verdict.on(answer, method, attack.alone());
        if (wrong != null) {
            return wrong;
        }
        boolean dry =
                operation.path().endsWith("/import") && !attack.request().target().contains("dryRun=false");
        if (events > 0 && (!answer.isSuccess() || operation.isReading() || dry)) {
            return events + " events were recorded";
        }
        // A repeated request, or a repeated report, records nothing: what is there is the first one.
        return events > 0 && !attack.alone() ? new ReadBack(wire).of(operation, attack.request(), answer)
                : null;
    }

    private WireRequest as(SplittableRandom random, WireRequest request) {
        int who = random.nextInt(20);
        if (who < 13) {
            return request.header("Authorization", RunningPortfolio.OFFICE);
        }
        if (who < 17) {
            return request.header("Authorization", reporter);
        }
        if (who < 19) {
            return request;
        }
        // Wrong passwords are rare, because looking at one takes a while.
        return request.header("Authorization",
                HostileValues.of(random, List.of("", "Basic", "Basic !!!", "Basic bm9jb2xvbg==",
                        "Basic Og==", "Bearer x", "Bearer eyJhbGciOiJub25lIn0.e30.", "Digest username=\"office\"",
                        "Negotiate YQ==",
                        "basic " + RunningPortfolio.OFFICE.substring(6), "Basic /////w==",
                        "Basic " + "YQ".repeat(3000))));
    }

    /** The bytes in a file, and what sends them. */
    private static String repeatable(int index, WireRequest request) throws IOException {
        Files.createDirectories(FAILED);
        Path file = FAILED.resolve(index + ".http");
        Files.write(file, request.bytes());
        return "repeat: nc -N localhost 8080 < " + file.toAbsolutePath() + ", or -Dportfolio.fuzz.seed=" + SEED
                + " -Dportfolio.fuzz.first=" + index + " -Dportfolio.fuzz.requests=1%n  ".formatted()
                + shortened(new String(request.bytes(), StandardCharsets.ISO_8859_1).replace("\r\n", "\\r\\n"));
    }

    private static String shortened(String text) {
        return text.length() > 1200 ? text.substring(0, 1200) + "…" : text;
    }
}
