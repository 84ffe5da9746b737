package no.ehelse.portfolio.hostile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.ehelse.portfolio.hostile.ApiOperations.Operation;

/** What became of the requests: how many of each operation by status, and everything that was wrong. */
final class Tally {

    private static final int TOLD = 20;

    private final Map<String, Map<String, Integer>> byOperation = new TreeMap<>();
    private final Map<String, Integer> byStatus = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final long seed;
    private int requests;
    private long millis;

    Tally(long seed) {
        this.seed = seed;
    }

    synchronized void count(String operation, int status) {
        requests++;
        String outcome = status == 0 ? "none" : status / 100 + "xx";
        byOperation.computeIfAbsent(operation, name -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
        byStatus.merge(status == 0 ? "none" : String.valueOf(status), 1, Integer::sum);
    }

    synchronized void fail(String failure) {
        failures.add(failure);
    }

    synchronized void took(long milliseconds) {
        millis = milliseconds;
    }

    synchronized int requests() {
        return requests;
    }

    /** The first of what was wrong. */
    synchronized List<String> failures() {
        return failures.stream().limit(TOLD).toList();
    }

    synchronized List<String> operationsNeverSent(Collection<Operation> operations) {
        return operations.stream().map(Operation::name).filter(name -> !byOperation.containsKey(name)).toList();
    }

    /** The operations of which nothing was accepted: their requests did not reach far. */
    synchronized List<String> operationsNeverAccepted() {
        return byOperation.entrySet()
                .stream()
                .filter(operation -> !operation.getValue().containsKey("2xx"))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder("%d hostile requests in %.1f s, seed %d%n%s%n".formatted(requests,
                millis / 1000.0, seed, byStatus));
        Set<String> outcomes = new TreeSet<>();
        byOperation.values().forEach(counts -> outcomes.addAll(counts.keySet()));
        text.append("%-60s".formatted("operation"));
        outcomes.forEach(outcome -> text.append("%7s".formatted(outcome)));
        byOperation.forEach((operation, counts) -> {
            text.append("%n%-60s".formatted(operation));
            outcomes.forEach(outcome -> text.append("%7d".formatted(counts.getOrDefault(outcome, 0))));
        });
        return text.append("%n%d failures".formatted(failures.size())).toString();
    }
}
