package no.ehelse.portfolio.security;

import java.util.Collection;
import java.util.List;
import no.ehelse.portfolio.actor.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Our roles as Spring Security knows them. */
final class Authorities {

    private static final String PREFIX = "ROLE_";

    private Authorities() {}

    static List<GrantedAuthority> of(Collection<Role> roles) {
        return roles.stream().<GrantedAuthority>map(role -> new SimpleGrantedAuthority(PREFIX + role.name())).toList();
    }

    /** The names that rules are written with. */
    static String[] names(Role... roles) {
        String[] names = new String[roles.length];
        for (int index = 0; index < roles.length; index++) {
            names[index] = roles[index].name();
        }
        return names;
    }
}
