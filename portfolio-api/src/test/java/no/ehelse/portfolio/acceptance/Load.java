package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tools that send commands through a fault, each with its idempotency key, and the account of what became of them. */
final class Load {

    private static final int WRITERS = 8;
    /** How many tiltak it is about, each in the portfolio from 2020-01-01. */
    static final int TILTAK = 20;

    private final Service service;
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicLong position = new AtomicLong();
    private final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean over;

    /** A command by its idempotency key, which is its comment as well, so that its event can be told. */
    private record Sent(int tiltak, String key) {}

    private Load(Service service) {
        this.service = service;
    }

    /** Registers the tiltak that it is about, and starts. */
    static Load on(Service service) {
        for (int number = 1; number <= TILTAK; number++) {
            service.command("/api/tiltak",
                    Map.of("number", number, "name", "Tiltak " + number, "effectiveFrom", "2020-01-01"));
        }
        Load load = new Load(service);
        for (int writer = 0; writer < WRITERS; writer++) {
            load.writers.add(Thread.ofPlatform().start(load::write));
        }
        return load;
    }

    private void write() {
        while (!over) {
            int key = keys.incrementAndGet();
            Sent sent = new Sent(1 + key % TILTAK, "key-" + key);
            try {
                sort(sent, report(service, sent));
            } catch (UncheckedIOException noAnswer) {
                unanswered.add(sent);
                pause();
            } catch (RuntimeException unreadable) {
                wrong.add(unreadable.toString());
                pause();
            }
        }
    }

    private void sort(Sent sent, Service.Answer answer) {
        if (answer.status() == 200) {
            acknowledged.add(sent);
            position.accumulateAndGet(answer.json().get("position").longValue(), Math::max);
        } else if (answer.status() == 503 && answer.json().get("code").stringValue().equals("event-store-unavailable")
                && answer.header("Retry-After").equals("5")) {
            refused.add(sent);
            pause(); // shorter than it was told, so that much is tried
        } else {
            wrong.add(answer.status() + " " + answer.text());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Service.Answer report(Service service, Sent sent) {
        return service.post("/api/tiltak/" + sent.tiltak() + "/status",
                Map.of("effectiveFrom", "2020-02-01", "status", "GREEN", "comment", sent.key()),
                Map.of("Idempotency-Key", sent.key()));
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Waits until some more are acknowledged. */
    void awaitMore() throws InterruptedException {
        int before = acknowledged();
        await(() -> "commands are taken; " + this, () -> acknowledged() > before + WRITERS);
    }

    /** Waits until more are refused than were under way when what refuses them happened. */
    void awaitRefusals() throws InterruptedException {
        int before = refused.size();
        await(() -> "commands are refused; " + this, () -> refused.size() > before + 20);
    }

    /** Waits for something that must come by itself. */
    static void await(String what, Check check) throws InterruptedException {
        await(() -> what, check);
    }

    private static void await(Supplier<String> what, Check check) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!check.isMet()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not: " + what.get());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public String toString() {
        return "tried %d, acknowledged %d, refused %d, unanswered %d, answered otherwise %s".formatted(keys.get(),
                acknowledged.size(), refused.size(), unanswered.size(), wrong.stream().distinct().limit(5).toList());
    }

    /** Something to wait for. */
    interface Check {
        boolean isMet();
    }

    void end() throws InterruptedException {
        over = true;
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /**
     * Everything acknowledged happened, once; what was refused or not answered is sent again, and then it has happened
     * once, too; the log is whole, and the read model is what the log says.
     *
     * @param fault what the load went through
     * @param after the same service, or one that was started on the same store
     */
    void account(String fault, Service after) throws InterruptedException {
        assertThat(wrong).as("answered otherwise than 200 or 503 event-store-unavailable").isEmpty();
        Map<String, Integer> effects = effects(after, position.get());
        Set<String> lost = keys(acknowledged);
        lost.removeAll(effects.keySet());
        System.out.printf("%s: %s, lost %d%n", fault, this, lost.size());
        assertThat(lost).as("acknowledged, and lost").isEmpty();
        assertThat(effects.values()).as("happened once").containsOnly(1);

        for (Queue<Sent> open : List.of(refused, unanswered)) {
            for (Sent sent : open) {
                Service.Answer answer = report(after, sent);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                position.accumulateAndGet(answer.json().get("position").longValue(), Math::max);
            }
        }
        Set<String> all = keys(acknowledged);
        all.addAll(keys(refused));
        all.addAll(keys(unanswered));
        Map<String, Integer> complete = effects(after, position.get());
        assertThat(complete.keySet()).isEqualTo(all);
        assertThat(complete.values()).as("happened once").containsOnly(1);
        JsonNode verification = after.read("/api/audit/verification");
        assertThat(verification.get("intact").booleanValue()).as(verification.toString()).isTrue();
        assertThat(after.rebuild().get("differences").intValue()).as("of the read model, and a rebuilt one").isZero();
    }

    /** Nothing happened that its sender was not told. */
    void assertEverythingAnswered(Service after) {
        assertThat(effects(after, 0).keySet()).isEqualTo(keys(acknowledged));
    }

    private static Set<String> keys(Collection<Sent> commands) {
        return commands.stream().map(Sent::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Integer> effects(Service service, long minPosition) {
        Map<String, Integer> effects = new HashMap<>();
        long after = -1;
        JsonNode page;
        do {
            page = service.read("/api/audit?limit=5000&after=" + after + "&minPosition=" + minPosition);
            for (JsonNode entry : page.get("entries")) {
                if (entry.get("type").stringValue().equals("StatusReported")) {
                    effects.merge(entry.get("comment").stringValue(), 1, Integer::sum);
                }
            }
            after = page.get("nextAfter").longValue();
        } while (!page.get("entries").isEmpty());
        return effects;
    }
}
