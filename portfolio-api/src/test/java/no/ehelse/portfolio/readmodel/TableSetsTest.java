package no.ehelse.portfolio.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.ehelse.portfolio.discovery.WithoutStore;
import no.ehelse.portfolio.projectors.SetOfTables;
import org.junit.jupiter.api.Test;

/** What the migrations make: two sets of tables that are alike, and a view that follows the serving one for each. */
@WithoutStore
class TableSetsTest {

    private static final String SET_A = sql("V4__table_set_a.sql");
    private static final String SET_B = sql("V5__table_set_b.sql");
    private static final String VIEWS = sql("V6__serving_set.sql");

    private static String sql(String name) {
        try (InputStream file = TableSetsTest.class.getResourceAsStream("/db/readmodel/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    @Test
    void both_sets_are_alike() {
        assertThat(SET_B.replace("Table set b ", "Table set a ").replaceAll("_b\\b", "_a")).isEqualTo(SET_A);
    }

    @Test
    void every_table_is_rebuilt_and_has_a_view() {
        assertThat(found("create table (\\w+)_a ", SET_A)).containsExactlyElementsOf(SetOfTables.NAMES);
        assertThat(found("create view (\\w+) as", VIEWS)).containsExactlyElementsOf(SetOfTables.NAMES);
    }
}
