package no.ehelse.portfolio.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.ehelse.portfolio.web.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether an answer is one that the contract knows, and says nothing about our insides. */
final class Verdict {

    private static final Map<String, Integer> CODES =
            Arrays.stream(ProblemCode.values()).collect(Collectors.toMap(ProblemCode::code, ProblemCode::status));
    /** What a service that is well may answer for a while. */
    private static final Set<String> FOR_A_WHILE = Set.of("read-model-behind");
    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "code");
    /** Of none of which anything hostile here has a part. */
    private static final Pattern INSIDES = Pattern.compile("\\n\\s*at [\\w.$]+\\(|Exception|no\\.ehelse|org\\.spring|"
            + "java\\.(lang|util|io)|tools\\.jackson|fasterxml|org\\.h2|postgresql|axonframework|catalina|Tomcat|"
            + "domain_event_entry|tiltak_entry|organisation_register|(?i:insert into|sqlstate|caused by)|\\.java\\b|"
            + "\\.mv\\.db");

    private Verdict() {}

    /**
     * What is wrong with an answer.
     *
     * @param sent as its method names itself
     * @param mayBeNone whether the connection may be closed without an answer, or with one that has no head
     * @return null: nothing
     */
    static @Nullable String on(WireAnswer answer, String sent, boolean mayBeNone) {
        if (answer.status() == 0) {
            return mayBeNone ? null : "no answer";
        }
        if (answer.headers().isEmpty()) {
            return mayBeNone && !INSIDES.matcher(answer.text()).find() ? null : "an answer without a head";
        }
        for (String secret : List.of("server", "x-powered-by", "set-cookie")) {
            if (answer.headers().containsKey(secret)) {
                return "the header " + secret;
            }
        }
        if (answer.isSuccess()) {
            return ofSuccess(answer, sent);
        }
        if (answer.status() == 304) {
            return sent.equals("GET") || sent.equals("HEAD") ? null : "304 to " + sent;
        }
        if (answer.status() < 400) {
            return "status " + answer.status();
        }
        return ofProblem(answer, sent);
    }

    private static @Nullable String ofSuccess(WireAnswer answer, String sent) {
        boolean json = answer.header("content-type").startsWith("application/json");
        return json && !sent.equals("HEAD") && answer.json().isMissingNode() ? "JSON that is none" : null;
    }

    private static @Nullable String ofProblem(WireAnswer answer, String sent) {
        if (!answer.header("content-type").equals("application/problem+json")) {
            return "no problem but " + answer.header("content-type");
        }
        if (sent.equals("HEAD")) {
            return answer.status() < 500 ? null : "status " + answer.status();
        }
        JsonNode problem = answer.json();
        String code = problem.path("code").asString("");
        if (!problem.isObject() || !problem.propertyNames().containsAll(MEMBERS)
                || !Integer.valueOf(answer.status()).equals(CODES.get(code))
                || problem.get("status").asInt() != answer.status()
                || !problem.get("type").asString().equals("urn:problem:portfolio:" + code)) {
            return "a problem that the contract does not know";
        }
        if (answer.status() >= 500) {
            boolean forAWhile = FOR_A_WHILE.contains(code) && answer.headers().containsKey("retry-after");
            return forAWhile ? null : "status " + answer.status();
        }
        boolean hasErrors = problem.path("errors").size() > 0;
        if (code.equals("invalid-request") && !hasErrors) {
            return "an invalid request without errors";
        }
        return INSIDES.matcher(answer.text()).find() ? "something about our insides" : null;
    }
}
