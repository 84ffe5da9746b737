package no.ehelse.portfolio.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.ehelse.portfolio.TestDatabases;
import no.ehelse.portfolio.archfixture.stores.HidesItsStore;
import no.ehelse.portfolio.archfixture.stores.NeedsNoStore;
import no.ehelse.portfolio.discovery.ExistingTests.Engine;
import no.ehelse.portfolio.upkeep.commandline.StoreCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Every test runs on the embedded store, and once more on PostgreSQL unless it says that no store has a part in it; and it
 * says so exactly where that is so.
 */
@WithoutStore
class EitherDatabaseTest {

    /** Whoever knows one of these, or a test class that does, can have a store. */
    private static final Set<String> WAYS_TO_A_STORE = Set.of(TestDatabases.class.getName(),
            StoreCommands.class.getName(), SpringApplicationBuilder.class.getName(), "java.sql.DriverManager",
            "io.zonky.test.db.postgres.embedded.EmbeddedPostgres");

    private static final JavaClasses TESTS = new ClassFileImporter().importUrl(
            EitherDatabaseTest.class.getProtectionDomain().getCodeSource().getLocation());

    private static boolean reachesStore(Class<?> test) {
        Set<JavaClass> seen = new HashSet<>(Set.of(TESTS.get(test)));
        Deque<JavaClass> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass known = dependency.getTargetClass().getBaseComponentType();
                if (WAYS_TO_A_STORE.contains(known.getName())) {
                    return true;
                }
                if (TESTS.contain(known.getName()) && seen.add(known)) {
                    open.push(known);
                }
            }
        }
        return false;
    }

    private static boolean saysSo(Class<?> test) {
        return !test.isAnnotationPresent(WithoutStore.class);
    }

    private static List<Class<?>> misplaced(List<Class<?>> tests) {
        return tests.stream().filter(test -> reachesStore(test) != saysSo(test)).toList();
    }

    /** This one names the ways, and takes none. */
    private static List<Class<?>> tests() throws IOException, URISyntaxException {
        return EveryTestRunsTest.runByTheBuild(EveryTestRunsTest.classes())
                .stream()
                .filter(test -> test != EitherDatabaseTest.class)
                .toList();
    }

    @Test
    void a_test_runs_once_exactly_if_it_can_reach_no_store() throws IOException, URISyntaxException {
        assertThat(misplaced(tests())).isEmpty();
    }

    @Test
    void whoever_is_on_the_wrong_side_is_found() {
        assertThat(misplaced(List.of(HidesItsStore.class, NeedsNoStore.class)))
                .containsExactly(HidesItsStore.class, NeedsNoStore.class);
    }

    @ParameterizedTest
    @EnumSource
    void every_test_with_a_store_is_found_where_those_without_are_left_out(Engine engine)
            throws IOException, URISyntaxException {
        List<Class<?>> withStore = EveryTestRunsTest.classes()
                .stream()
                .filter(type -> saysSo(type.getNestHost()))
                .toList();

        assertThat(DiscoveredTests.without(WithoutStore.TAG, engine,
                EveryTestRunsTest.runByTheBuild(EveryTestRunsTest.classes())))
                .isEqualTo(ExistingTests.of(engine, withStore));
    }

    @Test
    void the_build_leaves_nothing_else_out() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));

        assertThat(build.split("<excludedGroups>" + WithoutStore.TAG + "</excludedGroups>", -1))
                .as("unit tests and integration tests on PostgreSQL")
                .hasSize(3);
        assertThat(build).doesNotContain("<groups>", "<excludes>", "<includes>", "<includeJUnit5Engines>",
                "<excludeJUnit5Engines>");
    }
}
