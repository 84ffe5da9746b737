package no.ehelse.portfolio.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import no.ehelse.portfolio.discovery.WithoutStore;
import org.jspecify.annotations.NullMarked;

/** What projections and the application may know. {@link ServiceRulesBiteTest} proves that each rule can fail. */
@AnalyzeClasses(packages = "no.ehelse.portfolio", importOptions = DoNotIncludeTests.class)
@WithoutStore
class ServiceArchitectureTest {

    private static final String[] PROJECTIONS = {"..portfolio..view..", "..portfolio.projection..",
            "..portfolio.projectors..", "..portfolio.index..", "..portfolio.audit"};

    @ArchTest
    static final ArchRule projections_know_the_domain_the_reading_half_of_axon_and_jdbc = classes().that()
            .resideInAnyPackage(PROJECTIONS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "no.ehelse.portfolio.tiltak..", "no.ehelse.portfolio.round..",
                    "no.ehelse.portfolio.organisation..", "no.ehelse.portfolio.command..",
                    "no.ehelse.portfolio.projection..", "no.ehelse.portfolio.projectors..",
                    "no.ehelse.portfolio.index..",
                    "no.ehelse.portfolio.audit..", "no.ehelse.portfolio.archfixture..", "org.jspecify.annotations",
                    "com.fasterxml.jackson.annotation", "tools.jackson..", "org.slf4j..",
                    "org.axonframework.config", "org.axonframework.eventhandling", "org.axonframework.queryhandling",
                    "org.axonframework.messaging..", "org.springframework.jdbc..",
                    "org.springframework.transaction..", "org.springframework.dao..");

    @ArchTest
    static final ArchRule projections_know_nothing_of_http = noClasses().that()
            .resideInAnyPackage(PROJECTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..portfolio..web..", "..portfolio.eventstore..", "..portfolio.importing..",
                    "..portfolio.asof..");

    @ArchTest
    static final ArchRule projections_have_no_clock = noClasses().that()
            .resideInAnyPackage(PROJECTIONS)
            .should()
            .accessTargetWhere(describe("the target tells the time", ServiceArchitectureTest::tellsTheTime));

    @ArchTest
    static final ArchRule controllers_leave_sql_to_others = noClasses().that()
            .resideInAPackage("..portfolio..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles = slices().matching("no.ehelse.portfolio.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_are_null_marked = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(item,
                                item.getPackageName() + " of " + item.getName() + " is not @NullMarked"));
                    }
                }
            });

    private static boolean tellsTheTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return (owner.startsWith("java.time.") && access.getTarget().getName().equals("now"))
                || (owner + "." + access.getTarget().getName()).equals("java.lang.System.currentTimeMillis");
    }
}
