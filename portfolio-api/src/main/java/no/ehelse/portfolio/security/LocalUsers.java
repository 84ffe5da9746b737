package no.ehelse.portfolio.security;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.Role;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The users of local mode: the office, and those of the configuration. */
final class LocalUsers implements UserDetailsService {

    /** The user who is always there. */
    static final String OFFICE = "office";

    private final Map<String, SecurityProperties.User> users;
    private final Organisations organisations;

    /**
     * Checks the configured users.
     *
     * @param officePassword its hash
     * @throws IllegalStateException if one of them cannot be taken: it says which, and why
     */
    LocalUsers(String officePassword, Map<String, SecurityProperties.User> configured, Organisations organisations) {
        users = new HashMap<>(configured);
        users.forEach(LocalUsers::check);
        if (users.put(OFFICE, new SecurityProperties.User(officePassword, Set.of(Role.OFFICE), null)) != null) {
            throw new IllegalStateException("portfolio.security.users." + OFFICE + ": this user is there already; its "
                    + "password is portfolio.security.office-password");
        }
        this.organisations = organisations;
    }

    private static void check(String name, SecurityProperties.User user) {
        String property = "portfolio.security.users." + name;
        if (!PasswordHashes.isKnown(user.password())) {
            throw new IllegalStateException(property + ".password is no hash that is taken here: write {bcrypt} and a "
                    + "bcrypt hash, as `htpasswd -nBC 12 " + name + "` makes it");
        }
        if (user.roles().isEmpty() || user.roles().contains(Role.SYSTEM)) {
            throw new IllegalStateException(
                    property + ".roles: name at least one of office, reporter, auditor, operator");
        }
        if (name.equals(Actor.SYSTEM.subject())) {
            throw new IllegalStateException(property + ": this name is the service's own");
        }
        if (user.roles().contains(Role.REPORTER) && user.organisation() == null) {
            throw new IllegalStateException(property + ".organisation: a reporter reports for an organisation");
        }
    }

    @Override
    public LocalUser loadUserByUsername(String name) {
        SecurityProperties.User user = users.get(name);
        if (user == null) {
            throw new UsernameNotFoundException("no such user");
        }
        return new LocalUser(new Actor(name, user.roles(), organisation(user.organisation())), user.password());
    }

    /** Looked up each time: it may be registered while the service runs. */
    private @Nullable String organisation(@Nullable String text) {
        return text == null ? null : organisations.find(text).map(OrganisationId::value).orElse(null);
    }
}
