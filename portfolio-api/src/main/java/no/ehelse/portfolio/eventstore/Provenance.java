package no.ehelse.portfolio.eventstore;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.Role;
import no.ehelse.portfolio.command.RequestKey;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where an event came from: what travels as metadata from a command to the events that it leads to. */
@Component
public final class Provenance implements CorrelationDataProvider {

    /** Metadata key: the identifier of the user who sent the command. */
    public static final String USER = "user";
    /** Metadata key: the organisation of that user. */
    public static final String USER_ORGANISATION = "userOrganisation";
    /** Metadata key: that user's roles, in their order, with commas between. */
    public static final String ROLES = "roles";
    /** Metadata key: the tool that sent the command. */
    public static final String SOURCE = "source";
    /** Metadata key: the identifier of the import that the command is part of. */
    public static final String IMPORT = "import";

    private static final List<String> CARRIED = List.of(USER, ROLES, USER_ORGANISATION, SOURCE, IMPORT, RequestKey.KEY,
            RequestKey.DIGEST);

    /** The metadata that say who sends a command. */
    public static Map<String, String> of(Actor actor) {
        Map<String, String> metaData = new HashMap<>();
        metaData.put(USER, actor.subject());
        metaData.put(ROLES, actor.roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")));
        if (actor.organisation() != null) {
            metaData.put(USER_ORGANISATION, actor.organisation());
        }
        return metaData;
    }

    /** Who sends the command with these metadata; null: they do not say. */
    public static @Nullable Actor actor(MetaData metaData) {
        if (!(metaData.get(USER) instanceof String subject) || !(metaData.get(ROLES) instanceof String roles)) {
            return null;
        }
        Set<Role> known = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (List.of(roles.split(",", -1)).contains(role.name())) {
                known.add(role);
            }
        }
        return new Actor(subject, known, metaData.get(USER_ORGANISATION) instanceof String text ? text : null);
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> carried = new HashMap<>();
        for (String key : CARRIED) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                carried.put(key, value);
            }
        }
        return carried;
    }
}
