package no.ehelse.portfolio.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The queries that docs/read-model.md shows, run as they stand there. */
class ReadModelSqlTest {

    private static final Pattern SQL = Pattern.compile("```sql\\R(.*?);\\R```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void the_documented_queries_answer_like_the_service() throws IOException {
        List<String> queries = new ArrayList<>();
        Matcher matcher = SQL.matcher(Files.readString(Path.of("..", "docs", "read-model.md")));
        while (matcher.find()) {
            queries.add(matcher.group(1));
        }
        assertThat(queries).hasSize(4);
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--portfolio.sample-data=true")) {
            JdbcTemplate jdbc = portfolio.bean(JdbcTemplate.class);
            PortfolioIndex index = portfolio.bean(PortfolioIndex.class);
            List<TiltakVersion> october = index.snapshot()
                    .portfolio(new Point(LocalDate.of(2020, 10, 9), index.snapshot().position(), null));

            assertThat(jdbc.queryForList(queries.get(0)).stream().map(row -> row.get("number")).toList())
                    .isEqualTo(october.stream().map(version -> version.number().value()).toList());
            assertThat(jdbc.query(queries.get(1), (row, number) -> row.getString(1) + " " + row.getInt(2)))
                    .containsExactlyInAnyOrder("GREEN 14", "YELLOW 34", "RED 3");
            assertThat(jdbc.query(queries.get(2),
                    (row, number) -> row.getInt(1) + " " + row.getBigDecimal(2).stripTrailingZeros().toPlainString()
                            + " " + row.getInt(3)))
                    .containsExactlyInAnyOrder("2020 1650 51", "2021 1351 29");
            List<Map<String, @Nullable Object>> history = jdbc.queryForList(queries.get(3));
            assertThat(history).isNotEmpty().allSatisfy(row -> assertThat(row.get("retracted_at")).isNull());
        }
    }
}
