package no.ehelse.portfolio.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import no.ehelse.portfolio.discovery.ExistingTests.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that an engine silently passes by is worse than none: what exists is held against what is found. */
@WithoutStore
class EveryTestRunsTest {

    private static final String FIXTURES = EveryTestRunsTest.class.getPackageName() + ".fixture.";

    /** Every class of the module's tests but the fixtures of this one. */
    static List<Class<?>> classes() throws IOException, URISyntaxException {
        return ExistingTests.classesBeside(EveryTestRunsTest.class)
                .stream()
                .filter(type -> !type.getName().startsWith(FIXTURES))
                .toList();
    }

    private static List<Class<?>> fixture(String name) throws IOException, URISyntaxException {
        return ExistingTests.classesBeside(EveryTestRunsTest.class)
                .stream()
                .filter(type -> type.getName().equals(FIXTURES + name))
                .toList();
    }

    /** The classes that the build runs: unit tests by Surefire, integration tests by Failsafe. */
    static List<Class<?>> runByTheBuild(List<Class<?>> classes) {
        return classes.stream()
                .filter(type -> !type.getName().contains("$"))
                .filter(type -> type.getName().endsWith("Test") || type.getName().endsWith("IT"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void engine_finds_every_test_that_exists_in_the_classes_that_the_build_runs(Engine engine)
            throws IOException, URISyntaxException {
        List<String> existing = ExistingTests.of(engine, classes());
        List<String> found = DiscoveredTests.by(engine, runByTheBuild(classes()));

        assertThat(found).isEqualTo(existing);
    }

    @Test
    void tests_are_looked_for_where_they_are() throws IOException, URISyntaxException {
        assertThat(runByTheBuild(classes())).contains(EveryTestRunsTest.class);
        assertThat(ExistingTests.of(Engine.JUPITER, classes()))
                .contains(EveryTestRunsTest.class.getName() + "#tests_are_looked_for_where_they_are");
    }

    @Test
    void every_test_belongs_to_an_engine_that_is_counted_here() throws IOException, URISyntaxException {
        assertThat(ExistingTests.ofNoEngine(classes())).isEmpty();
    }

    @Test
    void tests_in_a_class_that_the_build_does_not_run_are_missed() throws IOException, URISyntaxException {
        List<Class<?>> classes = fixture("TestsUnderAnotherName");

        assertThat(ExistingTests.of(Engine.JUPITER, classes)).hasSize(1);
        assertThat(DiscoveredTests.by(Engine.JUPITER, runByTheBuild(classes))).isEmpty();
    }

    @Test
    void tests_that_an_engine_passes_by_are_missed() throws IOException, URISyntaxException {
        List<Class<?>> classes = fixture("TestsOutOfSight");

        assertThat(names(ExistingTests.of(Engine.JUPITER, classes))).containsExactly(
                "never_runs_because_it_is_private", "never_runs_because_it_returns_something", "runs");
        assertThat(names(DiscoveredTests.by(Engine.JUPITER, classes))).containsExactly("runs");
        assertThat(names(ExistingTests.of(Engine.JQWIK, classes))).containsExactly("runs_too");
        assertThat(names(DiscoveredTests.by(Engine.JQWIK, classes))).containsExactly("runs_too");
        assertThat(names(ExistingTests.of(Engine.ARCHUNIT, classes)))
                .containsExactly("rule_of_a_class_that_is_not_analysed");
        assertThat(DiscoveredTests.by(Engine.ARCHUNIT, classes)).isEmpty();
    }

    private static Stream<String> names(List<String> members) {
        return members.stream().map(member -> member.substring(member.indexOf('#') + 1));
    }
}
