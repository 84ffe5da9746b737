package no.ehelse.portfolio.eventstore;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.ehelse.portfolio.organisation.Organisation;
import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.round.ReportingRound;
import no.ehelse.portfolio.round.RoundEvent;
import no.ehelse.portfolio.tiltak.Tiltak;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.jspecify.annotations.Nullable;

/** Every type of event that this version of the service knows, by the name that it is stored under. */
public final class EventTypes {

    private static final Map<String, Class<?>> BY_NAME =
            Stream.<Class<?>>of(TiltakEvent.class, RoundEvent.class, OrganisationEvent.class)
                    .flatMap(EventTypes::records)
                    .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

    private EventTypes() {}

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::records)
                : Stream.of(type);
    }

    /** The present revision of a type; null: there is no such type. */
    static @Nullable String presentRevision(String name) {
        Class<?> type = BY_NAME.get(name);
        return type == null ? null : Objects.requireNonNull(new AnnotationRevisionResolver().revisionOf(type));
    }

    /** Whether a stored event of that type and revision can only be from a later version of this service. */
    public static boolean isNewer(String name, @Nullable String revision) {
        String present = presentRevision(name);
        return present == null || revision == null || !revision.matches("[0-9]{1,9}")
                || Integer.parseInt(revision) > Integer.parseInt(present);
    }

    /** The name under which the aggregate is stored that an event happened to. */
    static String aggregateType(Object event) {
        return switch (event) {
            case TiltakEvent ofTiltak -> Tiltak.class.getSimpleName();
            case RoundEvent ofRound -> ReportingRound.class.getSimpleName();
            case OrganisationEvent ofOrganisation -> Organisation.class.getSimpleName();
            default -> throw new IllegalArgumentException("no event of ours: " + event.getClass());
        };
    }

    /** The identifier of the aggregate that an event happened to. */
    static String aggregate(Object event) {
        return switch (event) {
            case TiltakEvent ofTiltak -> ofTiltak.number().aggregateIdentifier();
            case RoundEvent ofRound -> ofRound.round().aggregateIdentifier();
            case OrganisationEvent ofOrganisation -> ofOrganisation.id().aggregateIdentifier();
            default -> throw new IllegalArgumentException("no event of ours: " + event.getClass());
        };
    }
}
