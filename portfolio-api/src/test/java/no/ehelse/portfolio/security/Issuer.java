package no.ehelse.portfolio.security;

import com.nimbusds.jose.JOSEObjectType;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** A real OAuth 2 server in this process. */
final class Issuer implements AutoCloseable {

    static final String AUDIENCE = "portfolio";
    private static final String ID = "issuer";

    private final MockOAuth2Server server = new MockOAuth2Server();

    Issuer() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    String url() {
        return server.issuerUrl(ID).toString();
    }

    /** What makes a service trust it. */
    List<String> properties() {
        return List.of("--portfolio.security.oidc.issuer=" + url(), "--portfolio.security.oidc.audience=" + AUDIENCE);
    }

    /** The header of somebody with claims. */
    String bearer(Map<String, ?> claims) {
        return bearer(ID, AUDIENCE, 3600, claims);
    }

    /** The header of somebody with a token that differs. */
    String bearer(String issuer, String audience, long expiresIn, Map<String, ?> claims) {
        return "Bearer " + server.issueToken(issuer, "client", new DefaultOAuth2TokenCallback(issuer, "kari",
                JOSEObjectType.JWT.getType(), List.of(audience), Map.copyOf(claims), expiresIn)).serialize();
    }

    /** From now on nobody answers there. */
    @Override
    public void close() {
        server.shutdown();
    }
}
