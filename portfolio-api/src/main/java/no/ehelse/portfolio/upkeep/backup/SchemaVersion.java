package no.ehelse.portfolio.upkeep.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The number of the last migration of a database. */
final class SchemaVersion {

    private static final Pattern MIGRATION = Pattern.compile("V([0-9]+)__.*\\.sql");

    private SchemaVersion() {}

    /** Of a database; 0: it was never migrated. */
    static int of(JdbcClient database) {
        return database.sql("""
                select coalesce(max(cast("version" as integer)), 0) from "flyway_schema_history" where "success\"""")
                .query(Integer.class)
                .single();
    }

    /** To which this version of the service brings every database. */
    static int ofThisService() {
        try {
            Resource[] migrations = new PathMatchingResourcePatternResolver().getResources("classpath*:db/**/V*.sql");
            return Arrays.stream(migrations)
                    .map(migration -> MIGRATION.matcher(String.valueOf(migration.getFilename())))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
