package no.ehelse.portfolio.security;

import java.util.Collection;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody with a password in the configuration. */
final class LocalUser implements UserDetails, SignedIn {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final String password;

    LocalUser(Actor actor, String password) {
        this.actor = actor;
        this.password = password;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public @Nullable String client() {
        return null;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Authorities.of(actor.roles());
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return actor.subject();
    }

    @Override
    public String toString() {
        return "LocalUser[" + actor.subject() + "]";
    }
}
