package no.ehelse.portfolio.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Users of local mode: their passwords, and what happens to those who guess them. */
class LocalUsersTest {

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("hemmelig");

    @TempDir
    private Path folder;

    private static int status(RunningPortfolio portfolio, String authorisation) {
        return portfolio.post("/api/rounds/2010-01/closing", "", "Authorization", authorisation).status();
    }

    @Test
    void the_password_of_the_office_is_made_once_and_only_its_owner_can_read_it() throws IOException {
        Path file = folder.resolve("office-password");
        String made;
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--portfolio.security.office-password=")) {
            made = Files.readString(file).strip();
            assertThat(made).hasSize(24);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            assertThat(status(portfolio, RunningPortfolio.basic("office", made))).isEqualTo(404);
            assertThat(status(portfolio, RunningPortfolio.basic("office", made + "x"))).isEqualTo(401);
        }
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--portfolio.security.office-password=")) {
            assertThat(Files.readString(file).strip()).isEqualTo(made);
            assertThat(status(portfolio, RunningPortfolio.basic("office", made))).isEqualTo(404);
        }
    }

    @Test
    void a_configured_password_is_the_only_one_and_is_kept_nowhere() throws IOException {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(status(portfolio, RunningPortfolio.OFFICE)).isEqualTo(404);
            assertThat(status(portfolio, RunningPortfolio.basic("office", "office"))).isEqualTo(401);
            assertThat(status(portfolio, RunningPortfolio.basic("admin", "admin"))).isEqualTo(401);
            assertThat(status(portfolio, RunningPortfolio.basic("system", ""))).isEqualTo(401);
            assertThat(folder.resolve("office-password")).doesNotExist();
        }
    }

    @Test
    void further_users_sign_in_with_what_their_hashes_were_made_of() {
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder,
                "--portfolio.security.users.kari.password=" + HASH, "--portfolio.security.users.kari.roles=office",
                "--portfolio.security.users.ola.password=" + HASH.replace("$2a$", "$2y$"),
                "--portfolio.security.users.ola.roles=auditor,operator")) {
            assertThat(status(portfolio, RunningPortfolio.basic("kari", "hemmelig"))).isEqualTo(404);
            assertThat(status(portfolio, RunningPortfolio.basic("kari", "hemmeli"))).isEqualTo(401);
            assertThat(status(portfolio, RunningPortfolio.basic("kari", HASH))).isEqualTo(401);
            assertThat(status(portfolio, RunningPortfolio.basic("ola", "hemmelig"))).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"hemmelig | office | | kari.password is no hash",
            "{noop}hemmelig | office | | kari.password is no hash",
            "{MD5}abc | office | | kari.password is no hash",
            "{bcrypt}$2a$04$x | system | | kari.roles: name at least one",
            "{bcrypt}$2a$04$x | reporter | | kari.organisation: a reporter reports for an organisation"})
    void what_is_not_safe_keeps_the_service_from_starting(String password, String roles, String organisation,
            String said) {
        assertThatThrownBy(() -> RunningPortfolio
                .with(folder, "--portfolio.security.users.kari.password=" + password,
                        "--portfolio.security.users.kari.roles=" + roles)
                .close()).hasStackTraceContaining("portfolio.security.users." + said);
        assertThat(organisation).isNull();
    }

    @Test
    void whoever_guesses_passwords_is_stopped_and_others_are_not() {
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--portfolio.security.limits.failed-logins=3",
                "--portfolio.security.limits.failed-logins-of-address=6")) {
            List<Integer> guesses = IntStream.range(0, 5)
                    .map(guess -> status(portfolio, RunningPortfolio.basic("office", "gjetning" + guess)))
                    .boxed()
                    .toList();
            assertThat(guesses).containsExactly(401, 401, 401, 429, 429);
            Answer stopped = portfolio.post("/api/rounds/2010-01/closing", "");
            assertThat(stopped).isEqualTo(new Answer(429, """
                    {"type":"urn:problem:portfolio:too-many-requests","title":"Too many requests","status":429,\
                    "detail":"Signing in failed too often. Try again later.","code":"too-many-requests"}"""));
            assertThat(status(portfolio, RunningPortfolio.basic("kari", "x"))).isEqualTo(401);
            IntStream.range(0, 3).forEach(guess -> status(portfolio, RunningPortfolio.basic("navn" + guess, "x")));
            assertThat(status(portfolio, RunningPortfolio.basic("enda en", "x"))).as("the address").isEqualTo(429);
            assertThat(portfolio.asSent(HttpRequest.newBuilder(portfolio.uri("/api/portfolio")).build()).statusCode())
                    .as("reading without signing in")
                    .isEqualTo(200);
        }
    }

    @Test
    void a_tool_that_has_run_wild_is_stopped_for_a_while() {
        try (RunningPortfolio portfolio =
                RunningPortfolio.with(folder, "--portfolio.security.limits.writes-per-second=1")) {
            HttpResponse<String> last = portfolio.send("/api/rounds/2010-01/closing", "");
            int allowed = 0;
            for (; allowed < 40 && last.statusCode() == 404; allowed++) {
                last = portfolio.send("/api/rounds/2010-01/closing", "");
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).contains("1");
            assertThat(allowed).isBetween(10, 20);
            assertThat(portfolio.get("/api/portfolio").statusCode()).as("reading").isEqualTo(200);
        }
    }
}
