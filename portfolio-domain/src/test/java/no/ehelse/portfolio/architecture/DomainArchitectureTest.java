package no.ehelse.portfolio.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.NullMarked;

/** What the domain may know, and what it may be called. {@link RulesBiteTest} proves that each rule can fail. */
@AnalyzeClasses(packages = "no.ehelse.portfolio", importOptions = DoNotIncludeTests.class)
class DomainArchitectureTest {

    /** Which other packages a package may know; a package that is not named here only has to keep out of circles. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of("tiltak",
            Set.of("round", "organisation", "actor", "command", "codelist", "time"), "round",
            Set.of("actor", "command", "codelist", "time"), "organisation",
            Set.of("actor", "command", "codelist", "time"), "actor", Set.of("command", "time"), "command", Set.of(),
            "codelist", Set.of(), "time", Set.of());

    private static final Set<String> CHANCE_AND_TIME = Set.of("java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime", "java.lang.Math.random", "java.util.UUID.randomUUID");

    @ArchTest
    static final ArchRule domain_knows_java_and_a_few_annotations_and_base_classes_of_axon = classes().should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "no.ehelse.portfolio..", "org.jspecify.annotations",
                    "com.fasterxml.jackson.annotation", "org.axonframework.commandhandling",
                    "org.axonframework.modelling.command", "org.axonframework.eventsourcing",
                    "org.axonframework.messaging.annotation").or(belongToAnyOf(Revision.class, Timestamp.class)));

    @ArchTest
    static final ArchRule domain_has_no_clock_and_no_chance = noClasses().should()
            .accessTargetWhere(
                    describe("the target tells the time or throws dice", DomainArchitectureTest::isClockOrChance))
            .orShould()
            .dependOnClassesThat(describe("are clocks or dice", DomainArchitectureTest::isClockOrDice));

    @ArchTest
    static final ArchRule domain_has_no_setters = noMethods().should().haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule contexts_know_only_those_that_they_may_know = classes()
            .should(new ArchCondition<>("know only the contexts that they may know") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    context(item).ifPresent(own -> item.getDirectDependenciesFromSelf()
                            .stream()
                            .filter(dependency -> context(dependency.getTargetClass())
                                    .filter(other -> !other.equals(own) && !mayKnow(own).contains(other))
                                    .isPresent())
                            .forEach(dependency -> events
                                    .add(SimpleConditionEvent.violated(item, dependency.getDescription()))));
                }
            });

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

    @ArchTest
    static final ArchRule names_are_from_the_domain = noClasses().should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveNameMatching(".*(Manager|Helper|Utils?|DTO|Dto|Entity)");

    private static boolean isClockOrChance(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return (owner.startsWith("java.time.") && target.getName().equals("now"))
                || CHANCE_AND_TIME.contains(owner + "." + target.getName());
    }

    private static boolean isClockOrDice(JavaClass type) {
        return type.isAssignableTo(Clock.class) || type.isAssignableTo(Random.class)
                || type.getPackageName().startsWith("java.util.random");
    }

    private static Optional<String> context(JavaClass type) {
        return Stream.of(type.getPackageName().split("\\.", -1)).filter(MAY_KNOW::containsKey).findFirst();
    }

    private static Set<String> mayKnow(String context) {
        return MAY_KNOW.getOrDefault(context, Set.of());
    }
}
