package no.ehelse.portfolio.acceptance;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import no.ehelse.portfolio.RunningPortfolio;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands of all kinds by chance over HTTP; what is accepted is told to the naive portfolio, as texts. */
final class RandomRequests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TILTAK = 6;

    /** A round and its cut-off; the days around it are those of the commands. */
    static final Map<String, String> CUT_OFFS =
            new TreeMap<>(Map.of("2021-12", "2021-12-10", "2022-01", "2022-01-20", "2022-02", "2022-02-20"));

    private final RunningPortfolio portfolio;
    private final Random chance;
    private final NaivePortfolio naive = new NaivePortfolio();

    /** Of every event when it was recorded, by position. */
    private final TreeMap<Long, String> recordedAt = new TreeMap<>();

    /** The stream positions of the editions of each round. */
    private final Map<String, List<Long>> editions = new TreeMap<>();

    RandomRequests(RunningPortfolio portfolio, long seed) {
        this.portfolio = portfolio;
        this.chance = new Random(seed);
    }

    NaivePortfolio naive() {
        return naive;
    }

    Map<String, List<Long>> editions() {
        return editions;
    }

    NavigableMap<Long, String> recordedAt() {
        return recordedAt;
    }

    Random chance() {
        return chance;
    }

    /** Some day around the rounds. */
    String day() {
        int day = chance.nextInt(120);
        return LocalDate.of(2021, 11, 20).plusDays(day).toString();
    }

    void play(int commands) {
        for (String name : List.of("alfa", "beta")) {
            post("/api/organisations", Map.of("name", name, "group", name.equals("alfa") ? "OTHER"
                    : "HEALTH_ADMINISTRATION"));
        }
        CUT_OFFS.forEach((round, cutOff) -> {
            post("/api/rounds", Map.of("round", round, "name", "Runde " + round, "cutOff", cutOff));
            editions.put(round, new ArrayList<>());
        });
        for (int number = 1; number <= TILTAK; number++) {
            register(number, "2021-1" + chance.nextInt(3) + "-01");
        }
        for (int command = 0; command < commands; command++) {
            any();
        }
    }

    private void any() {
        int number = 1 + chance.nextInt(TILTAK);
        String day = day();
        switch (chance.nextInt(17)) {
            case 0 -> register(1 + chance.nextInt(TILTAK + 3), day);
            case 1, 2 -> say(number, "status", day, "status", oneOf("GREEN", "YELLOW", "RED", null));
            case 3 -> say(number, "risk", day, "risk", oneOf("GREEN", "YELLOW", "RED", null));
            case 4 -> say(number, "phase", day, "phase", oneOf("IDEA", "EXECUTE", null));
            case 5 -> say(number, "segment", day, "segment", oneOf("OBSERVE", "GOVERN_JOINTLY", null));
            case 6 -> say(number, "activity", day, "activity", oneOf("ACTIVE", "PAUSED"));
            case 7 -> say(number, "focus-area", day, "focusArea", oneOf("1.1", "2.2", null));
            case 8 -> budget(number, day);
            case 9 -> say(number, "name", day, "name", oneOf("Navn A", "Navn B", "Navn C"));
            case 10 -> say(number, "organisation", day, "organisation", oneOf("alfa", "beta", null));
            case 11 -> report(number);
            case 12 -> remove(number, day);
            case 13 -> reinstate(number, day);
            case 14, 15 -> retract();
            default -> publish();
        }
    }

    private @Nullable String oneOf(@Nullable String... values) {
        return values[chance.nextInt(values.length)];
    }

    private static Map<String, @Nullable Object> effective(String day) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("effectiveFrom", day);
        body.put("correction", true);
        body.put("comment", "tilfeldig");
        return body;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void say(int number, String address, String day, String attribute, @Nullable String value) {
        Map<String, @Nullable Object> body = effective(day);
        body.put(attribute, value);
        hear(number, "/api/tiltak/" + number + "/" + address, body, day, null, Map.of(attribute, text(value)));
    }

    private void budget(int number, String day) {
        Map<String, @Nullable Object> body = effective(day);
        int year = 2021 + chance.nextInt(2);
        Integer amount = chance.nextInt(3) == 0 ? null : chance.nextInt(3);
        body.put("year", year);
        body.put("amount", amount);
        hear(number, "/api/tiltak/" + number + "/budget", body, day, null, Map.of("budgets." + year, text(amount)));
    }

    private void register(int number, String day) {
        Map<String, @Nullable Object> body = effective(day);
        body.put("number", number);
        body.put("name", "Navn " + number);
        Map<String, String> says = new HashMap<>(
                Map.of("inPortfolio", "true", "name", "Navn " + number, "activity", "ACTIVE"));
        state(body, says, "status", oneOf("GREEN", "RED", null));
        state(body, says, "organisation", oneOf("alfa", "beta", null));
        hear(number, "/api/tiltak", body, day, null, says);
    }

    private void report(int number) {
        String round = List.copyOf(CUT_OFFS.keySet()).get(chance.nextInt(CUT_OFFS.size()));
        String day = Objects.requireNonNull(CUT_OFFS.get(round));
        Map<String, @Nullable Object> body = effective(day);
        body.put("round", round);
        Map<String, String> says = new HashMap<>();
        state(body, says, "status", oneOf("GREEN", "YELLOW", "RED", null));
        state(body, says, "risk", oneOf("GREEN", "RED", null));
        state(body, says, "segment", oneOf("OBSERVE", "GOVERN_JOINTLY", "COORDINATE"));
        hear(number, "/api/tiltak/" + number + "/reports", body, day, null, says);
    }

    private static void state(Map<String, @Nullable Object> body, Map<String, String> says, String attribute,
            @Nullable String value) {
        body.put(attribute, value);
        says.put(attribute, text(value));
    }

    private void remove(int number, String day) {
        Map<String, @Nullable Object> body = effective(day);
        body.put("reason", "COMPLETED");
        hear(number, "/api/tiltak/" + number + "/removal", body, day, null, Map.of("inPortfolio", "false"));
    }

    private void reinstate(int number, String day) {
        hear(number, "/api/tiltak/" + number + "/reinstatement", effective(day), day, null,
                Map.of("inPortfolio", "true"));
    }

    private void retract() {
        NaivePortfolio.Said said = naive.all().get(chance.nextInt(naive.all().size()));
        Map<String, @Nullable Object> body = new HashMap<>(Map.of("event", said.event(), "comment", "feil"));
        hear(said.number(), "/api/tiltak/" + said.number() + "/retractions", body, null, said.event(), Map.of());
    }

    private void publish() {
        String round = List.copyOf(CUT_OFFS.keySet()).get(chance.nextInt(CUT_OFFS.size()));
        post("/api/rounds/" + round + "/closing", Map.of());
        JsonNode answer = post("/api/rounds/" + round + "/publication", Map.of("comment", "utgave"));
        if (answer != null) {
            Objects.requireNonNull(editions.get(round)).add(answer.get("position").longValue());
        }
    }

    private void hear(int number, String address, Map<String, @Nullable Object> body, @Nullable String day,
            @Nullable String retracts, Map<String, String> says) {
        JsonNode answer = post(address, body);
        long position = answer == null ? 0 : answer.get("position").longValue();
        if (position > (recordedAt.isEmpty() ? 0 : recordedAt.lastKey())) {
            naive.hear(new NaivePortfolio.Said(position, readOn(position), number, day, retracts, says));
        }
    }

    /** The identifier of the event at a position; on the way, when all events up to it were recorded. */
    private String readOn(long position) {
        long after = recordedAt.isEmpty() ? -1 : recordedAt.lastKey();
        String event = "";
        for (JsonNode entry : read("/api/audit?after=" + after + "&minPosition=" + position).get("entries")) {
            recordedAt.put(entry.get("position").longValue(), entry.get("recordedAt").stringValue());
            event = entry.get("event").stringValue();
        }
        return event;
    }

    JsonNode read(String address) {
        HttpResponse<String> answer = portfolio.get(address);
        if (answer.statusCode() != 200) {
            throw new AssertionError(address + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** The answer; null: refused by a rule. */
    private @Nullable JsonNode post(String address, Map<String, ?> body) {
        RunningPortfolio.Answer answer = portfolio.post(address, JSON.writeValueAsString(body));
        if (answer.status() == 400 || answer.status() >= 500) {
            throw new AssertionError(address + " " + body + " answered " + answer.body());
        }
        return answer.status() < 300 ? JSON.readTree(answer.body()) : null;
    }
}
