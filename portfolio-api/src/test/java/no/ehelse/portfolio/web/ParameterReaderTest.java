package no.ehelse.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.discovery.WithoutStore;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;

/** Query parameters as records. */
@WithoutStore
class ParameterReaderTest {

    record Point(@Nullable LocalDate at, @Nullable RoundId round, @Nullable Boolean published) {
        Point {
            if (at != null && round != null) {
                throw new InvalidValue("at", "contradiction", "at and round exclude each other");
            }
        }
    }

    record Filters(List<Status> status, List<String> organisation, @Nullable String q) {}

    record Page(Long after, @Nullable Integer limit, @JsonUnwrapped Filters filters) {}

    record Shout(String text) {}

    record Shouting(@Nullable Shout shout) {}

    static class Controller {

        void portfolio(@ParameterObject Point point, @ParameterObject Filters filters) {}

        void page(@ParameterObject Page page) {}

        void shouting(@ParameterObject Shouting shouting) {}

        void nothing(HttpServletRequest request) {}
    }

    private final ParameterReader reader = new ParameterReader(new SingleValues(
            List.of(new ParameterType<>(Shout.class, text -> new Shout(text.toUpperCase(java.util.Locale.ROOT))))));

    private List<@Nullable Object> read(String method, @Nullable String query) {
        Method handler = Stream.of(Controller.class.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .findFirst()
                .orElseThrow();
        HandlerMethod handlerMethod = new HandlerMethod(new Controller(), handler);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setQueryString(query);
        reader.preHandle(request, new MockHttpServletResponse(), handlerMethod);
        List<@Nullable Object> read = new ArrayList<>();
        for (MethodParameter parameter : handlerMethod.getMethodParameters()) {
            if (reader.supportsParameter(parameter)) {
                read.add(resolved(parameter, request));
            }
        }
        return read;
    }

    private @Nullable Object resolved(MethodParameter parameter, MockHttpServletRequest request) {
        return reader.resolveArgument(parameter, null, new ServletWebRequest(request), null);
    }

    private static FieldError mistake(String field, String code, String message) {
        return new FieldError(field, code, message);
    }

    private void refused(String method, String query, FieldError... mistakes) {
        assertThatThrownBy(() -> read(method, query)).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.problem().members()).containsEntry("errors", List.of(mistakes)));
    }

    @Test
    void parameters_bind_to_several_records_and_lists_may_repeat() {
        assertThat(read("portfolio", "at=2020-10-09&status=RED&status=GREEN&organisation=S%C3%B8r+%26+%C3%98st&q="))
                .containsExactly(new Point(LocalDate.of(2020, 10, 9), null, null),
                        new Filters(List.of(Status.RED, Status.GREEN), List.of("Sør & Øst"), ""));
        assertThat(read("portfolio", null)).containsExactly(new Point(null, null, null),
                new Filters(List.of(), List.of(), null));
        assertThat(read("page", "after=7&limit=5&q=x"))
                .containsExactly(new Page(7L, 5, new Filters(List.of(), List.of(), "x")));
        assertThat(read("shouting", "shout=hei")).containsExactly(new Shouting(new Shout("HEI")));
    }

    @Test
    void every_mistake_is_told_at_once() {
        refused("portfolio", "at=2020-02-30&round=10&round=2020-10&published=TRUE&status=red&knowAt=x",
                mistake("at", "no-such-day", "at is a day that does not exist"),
                mistake("round", "repeated", "round is given once only"),
                mistake("published", "wrong-type", "published is true or false"),
                mistake("status", "unknown-value", "status is one of GREEN, YELLOW, RED"),
                mistake("knowAt", "unknown", "there is no parameter knowAt here"));
        refused("page", "limit=1.0", mistake("after", "missing", "after is missing"),
                mistake("limit", "wrong-type", "limit is a whole number"));
    }

    @Test
    void a_records_own_rules_are_mistakes_of_the_request_too() {
        refused("portfolio", "at=2020-10-09&round=2020-10",
                mistake("at", "contradiction", "at and round exclude each other"));
    }

    @Test
    void a_method_without_parameters_takes_none() {
        refused("nothing", "x=1", mistake("x", "unknown", "there is no parameter x here"));
        assertThat(read("nothing", "")).isEmpty();
    }

    @Test
    void a_query_that_is_not_percent_encoded_utf8_is_malformed() {
        assertThatThrownBy(() -> read("portfolio", "q=%C3"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.problem().code())
                        .isEqualTo("malformed-request"));
        assertThatThrownBy(() -> read("portfolio", "q=%zz")).isInstanceOf(ProblemException.class);
    }
}
