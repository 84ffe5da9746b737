package no.ehelse.portfolio.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event beside its payload.
 *
 * @param position its place in the event stream
 * @param sequence its number within its aggregate, from 0
 * @param eventId its identifier
 * @param type the event's name, such as {@code StatusReported}
 * @param recordedAt when it was recorded
 * @param user who sent the command; null: not known
 * @param userOrganisation the sender's organisation; null: not known
 * @param source the tool that sent it; null: not known
 * @param importId the import that it is part of; null: of none
 */
public record Envelope(long position, long sequence, String eventId, String type, Instant recordedAt,
        @Nullable String user, @Nullable String userOrganisation, @Nullable String source,
        @Nullable String importId) {

    /** Metadata key of {@link #user()}. */
    public static final String USER = "user";

    /** Metadata key of {@link #userOrganisation()}. */
    public static final String USER_ORGANISATION = "userOrganisation";

    /** Metadata key of {@link #source()}. */
    public static final String SOURCE = "source";

    /** Metadata key of {@link #importId()}. */
    public static final String IMPORT = "import";

    /** The envelope of a message that was read from the stream. */
    public static Envelope of(DomainEventMessage<?> message, TrackingToken token) {
        return new Envelope(token.position().orElseThrow(), message.getSequenceNumber(), message.getIdentifier(),
                message.getPayloadType().getSimpleName(), message.getTimestamp(), text(message, USER),
                text(message, USER_ORGANISATION), text(message, SOURCE), text(message, IMPORT));
    }

    /** The envelope of a row of one of the entry tables; only tiltak are imported. */
    public static Envelope of(ResultSet row) throws SQLException {
        return of(row, null);
    }

    /** The envelope of a row of the entries of tiltak. */
    public static Envelope ofTiltak(ResultSet row) throws SQLException {
        return of(row, row.getString("import_id"));
    }

    private static Envelope of(ResultSet row, @Nullable String importId) throws SQLException {
        return new Envelope(row.getLong("position"), row.getLong("sequence"), row.getString("event_id"),
                row.getString("type"), Sql.instant(row, "recorded_at"), row.getString("user_id"),
                row.getString("user_organisation"), row.getString("source"), importId);
    }

    private static @Nullable String text(DomainEventMessage<?> message, String key) {
        return message.getMetaData().get(key) instanceof String text ? text : null;
    }
}
