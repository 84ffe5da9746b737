package no.ehelse.portfolio.actor;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command.
 *
 * @param subject a pseudonymous identifier, never a name; it is kept with the events for ever
 * @param roles what the sender is; none: somebody who may not send anything
 * @param organisation the id of the organisation that the sender acts for; null: none, or none that is known
 */
public record Actor(String subject, Set<Role> roles, @Nullable String organisation) {

    /** The service itself. */
    public static final Actor SYSTEM = new Actor("system", Set.of(Role.SYSTEM), null);

    /** Copies the roles. */
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether the sender has a role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the sender may do everything. */
    public boolean mayDoEverything() {
        return is(Role.OFFICE) || is(Role.SYSTEM);
    }
}
