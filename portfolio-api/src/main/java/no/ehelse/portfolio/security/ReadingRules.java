package no.ehelse.portfolio.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import no.ehelse.portfolio.actor.web.CurrentActor;
import no.ehelse.portfolio.actor.web.Readers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** What may be read: by those with a role all of it, by others what {@link PublicReading} says. */
@Component
final class ReadingRules implements AuthorizationManager<RequestAuthorizationContext>, Readers {

    /** What never tells anything that is not published. */
    private static final Pattern ALWAYS_PUBLISHED = Pattern.compile("/api/code-lists|/api/rounds");
    /** What tells only what is published if it is asked to. */
    private static final Pattern CAN_BE_PUBLISHED =
            Pattern.compile("/api/portfolio(/counts|/series)?|/api/tiltak/[^/]+|/api/rounds/[^/]+/report");

    private final PublicReading shown;

    ReadingRules(SecurityProperties properties) {
        shown = properties.shownToThePublic();
    }

    @Override
    public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        return new AuthorizationDecision(CurrentActor.hasARole() || isPublic(context.getRequest()));
    }

    private boolean isPublic(HttpServletRequest request) {
        return switch (shown) {
            case EVERYTHING -> true;
            case PUBLISHED -> isPublished(request);
            case NONE -> false;
        };
    }

    /** The path as it was matched; one with anything unusual in it matches nothing here. */
    private static boolean isPublished(HttpServletRequest request) {
        String path = request.getRequestURI();
        return ALWAYS_PUBLISHED.matcher(path).matches()
                || (CAN_BE_PUBLISHED.matcher(path).matches() && asksForThePublished(request));
    }

    /** How far the log is, which {@code minPosition} tells, is not published either. */
    private static boolean asksForThePublished(HttpServletRequest request) {
        String[] published = request.getParameterValues("published");
        return published != null && published.length == 1 && published[0].equals("true")
                && request.getParameter("minPosition") == null;
    }

    @Override
    public boolean seeThePresent() {
        return shown == PublicReading.EVERYTHING || CurrentActor.hasARole();
    }
}
