package no.ehelse.portfolio.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a real issuer, and tokens that only look like it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {

    private static final Map<String, Object> OFFICE = Map.of("roles", List.of("office"));
    private final Map<String, Object> longAgo = Map.of("roles", List.of("office"), "iat",
            Instant.now().minusSeconds(900).getEpochSecond());
    private static final String NOT_ACCEPTED = """
            {"type":"urn:problem:portfolio:unauthenticated","title":"Authentication is needed","status":401,\
            "detail":"What was sent to sign in with is not accepted.","code":"unauthenticated"}""";

    private final Issuer issuer = new Issuer();
    private RunningPortfolio portfolio;

    @BeforeAll
    void start(@TempDir Path folder) {
        portfolio = RunningPortfolio.with(folder, issuer.properties().toArray(String[]::new));
        assertThat(status(issuer.bearer(OFFICE), "/api/organisations", """
                {"name": "Helsedirektoratet", "group": "HEALTH_ADMINISTRATION", "aliases": ["983544622"]}"""))
                .isEqualTo(201);
        assertThat(status(issuer.bearer(OFFICE), "/api/tiltak", """
                {"number": 1, "name": "Språk", "effectiveFrom": "2010-01-01", "organisation": "Helsedirektoratet"}"""))
                .isEqualTo(201);
    }

    @AfterAll
    void stop() {
        portfolio.close();
        issuer.close();
    }

    private int status(String authorisation, String address, String body) {
        return portfolio.post(address, body, "Authorization", authorisation).status();
    }

    private Answer report(String authorisation) {
        return portfolio.post("/api/tiltak/1/status", """
                {"status": "RED", "effectiveFrom": "2010-05-01"}""", "Authorization", authorisation);
    }

    private void refused(String authorisation) {
        long before = portfolio.events();
        assertThat(report(authorisation)).isEqualTo(new Answer(401, NOT_ACCEPTED));
        assertThat(portfolio.events()).isEqualTo(before);
    }

    @Test
    void a_good_token_is_taken_and_its_subject_and_client_are_kept_with_the_event() {
        assertThat(report(issuer.bearer(OFFICE)).status()).isEqualTo(200);
        assertThat(portfolio.log().getLast().getMetaData()).containsEntry("user", "kari")
                .containsEntry("roles", "OFFICE");
        assertThat(report(issuer.bearer(Map.of("roles", "openid office", "client_id", "verktøyet"))).status())
                .isEqualTo(200);
        assertThat(portfolio.log().getLast().getMetaData()).containsEntry("source", "verktøyet");
    }

    @Test
    void a_token_that_expired_is_refused_but_for_the_skew_of_clocks() {
        assertThat(report(issuer.bearer("issuer", Issuer.AUDIENCE, -30, longAgo)).status()).isEqualTo(200);
        refused(issuer.bearer("issuer", Issuer.AUDIENCE, -120, longAgo));
    }

    @Test
    void a_token_that_is_not_valid_yet_is_refused() {
        refused(issuer
                .bearer(Map.of("roles", List.of("office"), "nbf", Instant.now().plusSeconds(600).getEpochSecond())));
    }

    @Test
    void a_token_for_somebody_else_is_refused() {
        refused(issuer.bearer("issuer", "another-service", 3600, OFFICE));
    }

    @Test
    void a_token_of_another_issuer_is_refused_although_the_same_server_signed_it() {
        refused(issuer.bearer("another", Issuer.AUDIENCE, 3600, OFFICE));
    }

    @Test
    void a_token_that_somebody_else_signed_is_refused() {
        refused(signed(key(), claims -> {}));
    }

    @Test
    void a_token_that_is_signed_with_the_public_key_as_a_password_is_refused() throws Exception {
        JWTClaimsSet claims = claims(more -> {});
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(), claims);
        JWSSigner signer = new MACSigner(key().toPublicJWK().toJSONString());
        token.sign(signer);
        refused("Bearer " + token.serialize());
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        refused("Bearer " + new PlainJWT(claims(more -> {})).serialize());
    }

    @Test
    void what_is_no_token_is_refused() {
        refused("Bearer abc");
        refused("Bearer a.b.c");
        refused(RunningPortfolio.OFFICE);
    }

    @Test
    void a_token_without_a_subject_is_refused() {
        refused(issuer.bearer(Map.of("roles", List.of("office"), "sub", " ")));
        refused(issuer.bearer(Map.of("roles", List.of("office"), "sub", "system")));
    }

    @Test
    void a_good_token_without_a_role_may_not_write() {
        Answer answer = report(issuer.bearer(Map.of("roles", List.of("something", "SYSTEM", "system"))));

        assertThat(answer).isEqualTo(new Answer(403, """
                {"type":"urn:problem:portfolio:forbidden","title":"Not allowed","status":403,\
                "detail":"Only the portfolio office may do this.","code":"forbidden"}"""));
    }

    @Test
    void a_reporter_reports_for_the_organisation_of_the_token_by_any_of_its_names() {
        assertThat(report(reporter("983544622")).status()).isEqualTo(200);
        assertThat(report(reporter("helsedirektoratet")).status()).isEqualTo(200);
    }

    @Test
    void and_for_no_other() {
        assertThat(portfolio.post("/api/organisations", "{\"name\": \"Norsk helsenett\", \"group\": \"OTHER\"}",
                "Authorization", issuer.bearer(OFFICE)).status()).isEqualTo(201);

        assertThat(report(reporter("Norsk helsenett"))).isEqualTo(new Answer(403, """
                {"type":"urn:problem:portfolio:forbidden","title":"Not allowed","status":403,"detail":"Tiltak 1 does not \
                belong to norsk-helsenett on 2010-05-01.","code":"forbidden"}"""));
        assertThat(report(reporter("Ukjent AS"))).isEqualTo(new Answer(403, """
                {"type":"urn:problem:portfolio:forbidden","title":"Not allowed","status":403,"detail":"Whoever is signed \
                in reports for no organisation that is known here.","code":"forbidden"}"""));
    }

    private String reporter(String organisation) {
        return issuer.bearer(Map.of("roles", List.of("reporter"), "organisation", organisation));
    }

    @Test
    void the_public_reads_what_is_published_and_a_token_without_a_role_no_more() {
        List<Integer> statuses = new ArrayList<>();
        for (String authorisation : List.of(issuer.bearer(Map.of()), reporter("983544622"))) {
            statuses.add(portfolio.asSent(HttpRequest.newBuilder(portfolio.uri("/api/portfolio"))
                    .header("Authorization", authorisation)
                    .build()).statusCode());
        }
        statuses.add(portfolio.asSent(HttpRequest.newBuilder(portfolio.uri("/api/portfolio")).build())
                .statusCode());
        assertThat(statuses).containsExactly(403, 200, 401);
    }

    @Test
    void while_the_issuer_is_away_signing_in_is_what_fails(@TempDir Path folder) {
        Issuer gone = new Issuer();
        String token = gone.bearer(OFFICE);
        List<String> properties = gone.properties();
        gone.close();
        try (RunningPortfolio without = RunningPortfolio.with(folder, properties.toArray(String[]::new))) {
            Answer answer = without.post("/api/rounds", "{}", "Authorization", token);

            assertThat(answer).isEqualTo(new Answer(503, """
                    {"type":"urn:problem:portfolio:event-store-unavailable","title":"The event store is \
                    unavailable","status":503,"detail":"The issuer of tokens cannot be reached at the moment.",\
                    "code":"event-store-unavailable"}"""));
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("issuer").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Date ago(int seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> more) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer.url())
                .subject("kari")
                .audience(Issuer.AUDIENCE)
                .expirationTime(ago(-3600))
                .claim("roles", List.of("office"));
        more.accept(claims);
        return claims.build();
    }

    private String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> more) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build(), claims(more));
            token.sign(new RSASSASigner(key));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
