package no.ehelse.portfolio.projection;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How days, instants and batches travel through JDBC, the same on H2 and PostgreSQL. */
public final class Sql {

    /** The day on which what has no end ends: the tables' word for "for ever". */
    public static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    /** The instant of {@link #FOR_EVER}. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** The stream position that is never reached. */
    public static final long NO_POSITION = Long.MAX_VALUE;

    /** The parameters of one row, set in their order. */
    public static final class Row {

        private final PreparedStatement statement;
        private int place;

        Row(PreparedStatement statement) {
            this.statement = statement;
        }

        /** The next parameter: text, or null. */
        public Row text(@Nullable Object value) throws SQLException {
            statement.setString(++place, value == null ? null : value.toString());
            return this;
        }

        /** The next parameter: a whole number. */
        public Row number(long value) throws SQLException {
            statement.setLong(++place, value);
            return this;
        }

        /** The next parameter: a whole number, or null. */
        public Row numberOrNull(@Nullable Long value) throws SQLException {
            statement.setObject(++place, value);
            return this;
        }

        /** The next parameter: a truth value. */
        public Row flag(boolean value) throws SQLException {
            statement.setBoolean(++place, value);
            return this;
        }

        /** The next parameter: a day, or null. */
        public Row day(@Nullable LocalDate value) throws SQLException {
            if (value == null) {
                statement.setNull(++place, Types.DATE);
            } else {
                statement.setObject(++place, value);
            }
            return this;
        }

        /** The next parameter: an instant in whole milliseconds. */
        public Row instant(Instant value) throws SQLException {
            statement.setObject(++place, utc(value));
            return this;
        }

        /** The next parameter: an instant in whole milliseconds, or null. */
        public Row instantOrNull(@Nullable Instant value) throws SQLException {
            statement.setObject(++place, value == null ? null : utc(value));
            return this;
        }

        /** The next parameter: a decimal number, or null. */
        public Row decimal(@Nullable BigDecimal value) throws SQLException {
            statement.setBigDecimal(++place, value);
            return this;
        }
    }

    private Sql() {}

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** An instant; null where the column is. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** An instant of a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A day; null where the column is. */
    public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** The parts of a text that a comma separates; none of an empty text. */
    public static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }
}
