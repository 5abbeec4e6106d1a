package uk.gov.datashare;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteConfigurationBuilder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the folders promise of one another, held against the compiled classes of all three modules. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    /** Classes of the process and of the digest that carry the decision on Kafka Streams, told by name; every other one there is pure. */
    private static final DescribedPredicate<JavaClass> THE_SHELL_OF_THE_PROCESS = resideInAnyPackage(
            "..datashare.process..", "..datashare.digest..")
            .and(topLevel(".*(Topology|Serde|Serdes|Streams|Processor|Configuration|Routes)"))
            .as("the shell of the process");

    private static final DescribedPredicate<JavaClass> THE_CLOCK = topLevel(".*\\.(ClockConfiguration|SandboxClock)");

    @Test
    void only_the_backbone_and_the_shell_of_the_process_know_kafka() {
        var elsewhere = not(resideInAPackage("..connectors.backbone..").or(THE_SHELL_OF_THE_PROCESS));
        holds(noClasses().that(elsewhere)
                .should().dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "kafka..", "io.cloudevents..",
                        "org.apache.camel.component.kafka..")
                        .or(nameMatching("org\\.apache\\.camel\\.builder\\.endpoint\\.dsl\\.Kafka.*")))
                .orShould().callMethodWhere(nameMatching("kafka").onResultOf(call -> call.getTarget())));
    }

    @Test
    void contracts_know_no_framework() {
        holds(classes().that().resideInAPackage("..datashare.contracts..")
                .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "..datashare.contracts..",
                        "tools.jackson..", "com.fasterxml.jackson.annotation..", "com.networknt..", "org.erdtman..")
                        .or(nameMatching("org\\.jspecify\\.annotations\\.NullMarked"))
                        .or(nameMatching("\\[+[ZBCSIJFD]|boolean|byte|char|short|int|long|float|double|void"))));
    }

    @Test
    void connectors_know_nothing_of_the_stages() {
        holds(noClasses().that().resideInAPackage("..datashare.connectors..")
                .should().dependOnClassesThat(resideInAPackage("uk.gov.datashare..")
                        .and(not(resideInAnyPackage("..datashare.connectors..", "..datashare.contracts..")))));
    }

    @Test
    void the_process_decides_without_a_framework() {
        holds(noClasses().that(resideInAnyPackage("..datashare.process..", "..datashare.digest..")
                .and(not(THE_SHELL_OF_THE_PROCESS)))
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.apache.camel..",
                        "org.apache.kafka..", "jakarta.."));
    }

    @Test
    void no_package_depends_on_one_that_depends_on_it() {
        holds(slices().matching("uk.gov.datashare.(**)").should().beFreeOfCycles());
    }

    @Test
    void json_is_read_and_written_by_jackson_3_alone() {
        holds(noClasses().should().dependOnClassesThat().resideInAnyPackage("com.fasterxml.jackson.core..",
                "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.dataformat..", "com.google.gson..",
                "org.json.."));
    }

    @Test
    void nothing_is_serialised_the_java_way() {
        holds(noClasses().should()
                .dependOnClassesThat(nameMatching("java\\.io\\.(Object(In|Out)putStream|Externalizable)")));
        holds(noClasses().that(DescribedPredicate.describe("are declared Serializable", type -> type.getRawInterfaces()
                .stream().anyMatch(each -> each.isEquivalentTo(java.io.Serializable.class))))
                .should().resideInAPackage("uk.gov.datashare.."));
    }

    @Test
    void what_a_class_needs_comes_through_its_constructor() {
        holds(GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
    }

    @Test
    void nobody_but_the_clock_reads_the_system_clock() {
        holds(noClasses().that(not(THE_CLOCK))
                .should().callMethodWhere(DescribedPredicate.describe("reads the system clock",
                        call -> AmbientState.isTheSystemClock(call.getTarget())))
                .orShould().callConstructor(java.util.Date.class));
    }

    @Test
    void nobody_but_a_configuration_draws_at_random() {
        holds(noClasses().that(not(topLevel(".*(Configuration|HubKey)")))
                .should().callMethodWhere(DescribedPredicate.describe("draws at random",
                        call -> AmbientState.isChance(call.getTarget())))
                .orShould().callConstructor(java.util.Random.class)
                .orShould().callConstructor(java.security.SecureRandom.class));
    }

    @Test
    void nobody_sleeps() {
        holds(noClasses().should().callMethodWhere(DescribedPredicate.describe("sleeps",
                call -> call.getTargetOwner().isEquivalentTo(Thread.class) && call.getName().equals("sleep"))));
    }

    @Test
    void route_builders_are_final_and_seen_by_their_stage_only() {
        holds(classes().that().areAssignableTo(RouteBuilder.class)
                .should().haveModifier(FINAL).andShould().bePackagePrivate()
                .andShould().beAssignableTo(DescribedPredicate.describe("an endpoint route builder",
                        type -> type.isAssignableTo(EndpointRouteBuilder.class)
                                || type.isAssignableTo(EndpointRouteConfigurationBuilder.class))));
    }

    @Test
    void route_builders_keep_no_state() {
        holds(fields().that().areDeclaredInClassesThat().areAssignableTo(RouteBuilder.class).should().beFinal());
    }

    @Test
    void routes_leave_errors_to_the_route_configuration() {
        holds(noClasses().that().areAssignableTo(EndpointRouteBuilder.class)
                .and().areNotAssignableTo(EndpointRouteConfigurationBuilder.class)
                .should().callMethodWhere(nameMatching("doTry|doCatch|onException|errorHandler")
                        .onResultOf(call -> call.getTarget())));
    }

    private static DescribedPredicate<JavaClass> topLevel(String name) {
        return DescribedPredicate.describe("named " + name,
                type -> type.getName().replaceFirst("\\$.*", "").matches(name));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(CompiledHub.CLASSES);
    }
}
