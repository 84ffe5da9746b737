package no.ehelse.portfolio.tiltak.view;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.Presence;

/**
 * One object for each of the values that very many versions have, whatever they were read from: a question about a whole
 * portfolio looks at them all, and takes twice as long where each lies elsewhere in memory.
 */
final class SharedValues {

    private static final int MOST = 10_000;
    private static final Map<Object, Object> SHARED = new ConcurrentHashMap<>();

    private SharedValues() {}

    /** An object that is equal to a value: the shared one, if it is of a kind of which there are few. */
    static Object one(Object value) {
        return switch (value) {
            case OrganisationId organisation -> shared(organisation);
            case FocusAreaCode code -> shared(code);
            case BigDecimal amount -> shared(amount);
            case Presence.Present present when present.earliest() == null -> shared(present);
            case Presence.NotYet notYet -> shared(notYet);
            default -> value;
        };
    }

    private static Object shared(Object value) {
        Object known = SHARED.get(value);
        if (known != null) {
            return known;
        }
        if (SHARED.size() < MOST) {
            Object before = SHARED.putIfAbsent(value, value);
            return before == null ? value : before;
        }
        return value;
    }
}
