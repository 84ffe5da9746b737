package no.ehelse.portfolio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem from where no controller is: from a filter. */
public final class ProblemResponse {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemResponse() {}

    /** Writes the problem, with its headers, as the whole answer. */
    public static void write(HttpServletResponse response, ProblemException problem) throws IOException {
        byte[] body = JSON.writeValueAsString(problem.problem()).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.code().status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
