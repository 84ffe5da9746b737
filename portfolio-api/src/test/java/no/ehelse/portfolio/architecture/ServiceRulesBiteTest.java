package no.ehelse.portfolio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import no.ehelse.portfolio.archfixture.cycle.one.KnowsTwo;
import no.ehelse.portfolio.archfixture.tiltak.view.KnowsHttp;
import no.ehelse.portfolio.archfixture.tiltak.view.KnowsSpringWeb;
import no.ehelse.portfolio.archfixture.tiltak.view.ReadsTheTime;
import no.ehelse.portfolio.archfixture.tiltak.web.WritesSql;
import no.ehelse.portfolio.archfixture.unmarked.NotMarked;
import no.ehelse.portfolio.discovery.WithoutStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A rule that cannot fail guards nothing: each one fails on a class that breaks it, and names the culprit. */
@WithoutStore
class ServiceRulesBiteTest {

    private static final JavaClasses FIXTURES = new ClassFileImporter()
            .importPackages("no.ehelse.portfolio.archfixture");

    /** A rule, and a class that breaks it. */
    record Breach(ArchRule rule, Class<?> culprit) {}

    static final List<Breach> BREACHES = List.of(
            new Breach(ServiceArchitectureTest.projections_know_the_domain_the_reading_half_of_axon_and_jdbc,
                    KnowsSpringWeb.class),
            new Breach(ServiceArchitectureTest.projections_know_nothing_of_http, KnowsHttp.class),
            new Breach(ServiceArchitectureTest.projections_have_no_clock, ReadsTheTime.class),
            new Breach(ServiceArchitectureTest.controllers_leave_sql_to_others, WritesSql.class),
            new Breach(ServiceArchitectureTest.packages_are_free_of_cycles, KnowsTwo.class),
            new Breach(ServiceArchitectureTest.packages_are_null_marked, NotMarked.class));

    @ParameterizedTest
    @FieldSource("BREACHES")
    void rule_fails_on_a_class_that_breaks_it(Breach breach) {
        assertThat(breach.rule().evaluate(FIXTURES).getFailureReport().toString())
                .contains(breach.culprit().getName());
    }

    @Test
    void every_rule_has_a_class_that_breaks_it() {
        long rules = Stream.of(ServiceArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .count();

        assertThat(BREACHES).extracting(Breach::rule).doesNotHaveDuplicates().hasSize((int) rules);
    }
}
