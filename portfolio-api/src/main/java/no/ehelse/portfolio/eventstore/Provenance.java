package no.ehelse.portfolio.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.command.RequestKey;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;

/** Where an event came from: what travels as metadata from a command to the events that it leads to. */
@Component
public final class Provenance implements CorrelationDataProvider {

    /** Metadata key: the identifier of the user who sent the command; absent where nobody is known. */
    public static final String USER = "user";
    /** Metadata key: the organisation of that user. */
    public static final String USER_ORGANISATION = "userOrganisation";
    /** Metadata key: the tool that sent the command. */
    public static final String SOURCE = "source";
    /** Metadata key: the identifier of the import that the command is part of. */
    public static final String IMPORT = "import";

    private static final List<String> CARRIED = List.of(USER, USER_ORGANISATION, SOURCE, IMPORT, RequestKey.KEY,
            RequestKey.DIGEST);

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
