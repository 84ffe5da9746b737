package no.ehelse.portfolio.actor.web;

import java.util.List;
import no.ehelse.portfolio.actor.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who the present thread works for. */
public final class CurrentActor {

    private CurrentActor() {}

    /** Who is signed in; null: nobody. */
    public static @Nullable SignedIn signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }

    /** Whether somebody is signed in who has any role here. */
    public static boolean hasARole() {
        SignedIn signedIn = signedIn();
        return signedIn != null && !signedIn.actor().roles().isEmpty();
    }

    /** Does something as the service itself. */
    public static void asSystem(Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext ours = SecurityContextHolder.createEmptyContext();
        ours.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new TheService(), null, List.of()));
        SecurityContextHolder.setContext(ours);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private record TheService() implements SignedIn {

        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }

        @Override
        public @Nullable String client() {
            return null;
        }
    }
}
