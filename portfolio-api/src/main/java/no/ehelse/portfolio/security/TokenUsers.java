package no.ehelse.portfolio.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.Role;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads who somebody is out of a token that was found to be good. */
final class TokenUsers implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_CLIENT = 50;

    private final SecurityProperties.Oidc issuer;
    private final Organisations organisations;

    TokenUsers(SecurityProperties.Oidc issuer, Organisations organisations) {
        this.issuer = issuer;
        this.organisations = organisations;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        List<String> subject = texts(claim(token.getClaims(), issuer.subjectClaim()), false);
        if (subject.size() != 1 || subject.getFirst().isBlank() || subject.getFirst().length() > LONGEST_SUBJECT
                || subject.getFirst().equals(Actor.SYSTEM.subject())) {
            throw new InvalidBearerTokenException("The token does not say who it is for");
        }
        Set<Role> roles = roles(texts(claim(token.getClaims(), issuer.rolesClaim()), true));
        Actor actor = new Actor(subject.getFirst(), roles, organisation(token));
        return UsernamePasswordAuthenticationToken.authenticated(new TokenUser(actor, client(token)), null,
                Authorities.of(roles));
    }

    private Set<Role> roles(List<String> values) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            Set<String> names = issuer.roles().getOrDefault(role, Set.of(role.name().toLowerCase(Locale.ROOT)));
            if (role != Role.SYSTEM && values.stream().anyMatch(names::contains)) {
                roles.add(role);
            }
        }
        return roles;
    }

    private @Nullable String organisation(Jwt token) {
        for (String value : texts(claim(token.getClaims(), issuer.organisationClaim()), false)) {
            String prefix = issuer.organisationPrefix();
            String name = value.startsWith(prefix) ? value.substring(prefix.length()) : value;
            if (!name.isBlank()) {
                return organisations.find(name).map(OrganisationId::value).orElse(null);
            }
        }
        return null;
    }

    private @Nullable String client(Jwt token) {
        return texts(claim(token.getClaims(), issuer.clientClaim()), false).stream()
                .filter(client -> !client.isBlank() && client.length() <= LONGEST_CLIENT)
                .findFirst()
                .orElse(null);
    }

    /** A claim of that name, or what a path of names leads to. */
    private static @Nullable Object claim(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> object
                ? claim(object, name.substring(dot + 1))
                : null;
    }

    private static List<String> texts(@Nullable Object claim, boolean severalInOne) {
        List<String> texts = new ArrayList<>();
        switch (claim) {
            case String text when severalInOne -> texts.addAll(List.of(text.strip().split("\\s+")));
            case String text -> texts.add(text);
            case Collection<?> several -> several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(texts::add);
            case null, default -> {}
        }
        return texts;
    }
}
