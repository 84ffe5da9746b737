package no.ehelse.portfolio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import no.ehelse.portfolio.archfixture.clock.ReadsTheClock;
import no.ehelse.portfolio.archfixture.clock.RefersToTheClock;
import no.ehelse.portfolio.archfixture.clock.ThrowsDice;
import no.ehelse.portfolio.archfixture.contexts.codelist.CodelistKnowsCommand;
import no.ehelse.portfolio.archfixture.contexts.round.RoundKnowsTiltak;
import no.ehelse.portfolio.archfixture.cycle.second.KnowsFirst;
import no.ehelse.portfolio.archfixture.imports.KnowsMoreOfAxon;
import no.ehelse.portfolio.archfixture.imports.SerializesItself;
import no.ehelse.portfolio.archfixture.innocent.BreaksNothing;
import no.ehelse.portfolio.archfixture.names.StatusImpl;
import no.ehelse.portfolio.archfixture.names.StatusManager;
import no.ehelse.portfolio.archfixture.setter.HasSetter;
import no.ehelse.portfolio.archfixture.unmarked.NotNullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A rule that cannot fail guards nothing: each one fails on classes that break it, and names the culprit. */
class RulesBiteTest {

    private static final JavaClasses FIXTURES = new ClassFileImporter()
            .importPackages("no.ehelse.portfolio.archfixture");

    /** A rule, and a class that breaks it. */
    record Breach(ArchRule rule, Class<?> culprit) {

        String report() {
            return rule.evaluate(FIXTURES).getFailureReport().toString();
        }

        @Override
        public String toString() {
            return culprit.getSimpleName();
        }
    }

    static final List<Breach> BREACHES = List.of(
            new Breach(DomainArchitectureTest.domain_knows_java_and_a_few_annotations_and_base_classes_of_axon,
                    KnowsMoreOfAxon.class),
            new Breach(DomainArchitectureTest.domain_knows_java_and_a_few_annotations_and_base_classes_of_axon,
                    SerializesItself.class),
            new Breach(DomainArchitectureTest.domain_has_no_clock_and_no_chance, ReadsTheClock.class),
            new Breach(DomainArchitectureTest.domain_has_no_clock_and_no_chance, RefersToTheClock.class),
            new Breach(DomainArchitectureTest.domain_has_no_clock_and_no_chance, ThrowsDice.class),
            new Breach(DomainArchitectureTest.domain_has_no_setters, HasSetter.class),
            new Breach(DomainArchitectureTest.contexts_know_only_those_that_they_may_know, RoundKnowsTiltak.class),
            new Breach(DomainArchitectureTest.contexts_know_only_those_that_they_may_know,
                    CodelistKnowsCommand.class),
            new Breach(DomainArchitectureTest.packages_are_free_of_cycles, KnowsFirst.class),
            new Breach(DomainArchitectureTest.packages_are_null_marked, NotNullMarked.class),
            new Breach(DomainArchitectureTest.names_are_from_the_domain, StatusImpl.class),
            new Breach(DomainArchitectureTest.names_are_from_the_domain, StatusManager.class));

    @ParameterizedTest
    @FieldSource("BREACHES")
    void rule_fails_on_a_class_that_breaks_it(Breach breach) {
        assertThat(breach.report()).contains(breach.culprit().getName());
    }

    @ParameterizedTest
    @FieldSource("BREACHES")
    void rule_does_not_blame_a_class_that_breaks_none(Breach breach) {
        assertThat(breach.report()).doesNotContain(BreaksNothing.class.getName());
    }

    @Test
    void every_rule_has_a_class_that_breaks_it() {
        assertThat(BREACHES).extracting(Breach::rule).containsAll(rules());
    }

    private static List<ArchRule> rules() {
        return Stream.of(DomainArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(RulesBiteTest::rule)
                .toList();
    }

    private static ArchRule rule(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError("a rule is visible in its package", hidden);
        }
    }
}
