package no.ehelse.portfolio.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A short text that is equal for equal contents, and for them alone. */
final class Digest {

    /** The tables of the read model, each with what its rows are ordered by; of the mark only the position. */
    private static final List<String> ROWS =
            List.of("select position from read_model_progress join read_model on serving = table_set",
                    "select * from tiltak_entry order by position",
                    "select * from tiltak_version order by number, valid_from, known_from",
                    "select * from tiltak_budget order by number, budget_year, valid_from, known_from",
                    "select * from round_entry order by position", "select * from reporting_round order by round",
                    "select * from round_edition order by round, edition",
                    "select * from printed_figure order by position",
                    "select * from organisation_entry order by position",
                    "select * from organisation order by organisation_id",
                    "select * from organisation_alias order by organisation_id, place");

    private final MessageDigest content;

    Digest() {
        try {
            content = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds something by its text. */
    void add(Object part) {
        content.update((part + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of all that was added. */
    String text() {
        return HexFormat.of().formatHex(content.digest(), 0, 8);
    }

    /** A digest of every row of the read model. */
    static String ofRows(JdbcTemplate tables) {
        Digest digest = new Digest();
        for (String rows : ROWS) {
            tables.query(rows, row -> {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    digest.add(String.valueOf(row.getString(column)));
                }
            });
        }
        return digest.text();
    }
}
