package no.ehelse.portfolio.security;

import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Makes what checks tokens: signature, issuer, audience, times, type. */
final class TokenDecoders {

    private TokenDecoders() {}

    /** The issuer is asked for its keys when the first token comes, so that the service starts without it. */
    static JwtDecoder of(SecurityProperties.Oidc oidc) {
        JwtDecoder decoding = new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(oidc.issuer().toString()).validateType(false).build();
            decoder.setJwtValidator(validator(oidc));
            return decoder;
        });
        return token -> {
            try {
                return decoding.decode(token);
            } catch (JwtDecoderInitializationException away) {
                throw new JwtException("The issuer cannot be asked for its keys", away);
            }
        };
    }

    private static OAuth2TokenValidator<Jwt> validator(SecurityProperties.Oidc oidc) {
        JwtTypeValidator types = new JwtTypeValidator(List.of("JWT", "at+jwt", "application/at+jwt"));
        types.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(List.of(types, new JwtIssuerValidator(oidc.issuer().toString()),
                new JwtTimestampValidator(oidc.clockSkew()),
                new JwtClaimValidator<>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(oidc.audience()))));
    }
}
