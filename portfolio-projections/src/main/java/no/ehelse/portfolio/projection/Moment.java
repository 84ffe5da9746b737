package no.ehelse.portfolio.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * When an event was recorded.
 *
 * @param position its place in the event stream
 * @param recordedAt recorded time; it never decreases along the stream
 */
public record Moment(long position, Instant recordedAt) {

    /** The moment of a row with the columns {@code position} and {@code recorded_at}. */
    public static Moment of(ResultSet row) throws SQLException {
        return new Moment(row.getLong("position"), Sql.instant(row, "recorded_at"));
    }
}
