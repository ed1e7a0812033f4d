package cn.jiangxue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.BackendApplication;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shape of the service: features in layers, pure rules, small public faces. */
class ArchitectureTest {

    /** Lowest first: a feature may know those before it. */
    private static final List<String> FEATURES = List.of(
            "vocabulary",
            "tables",
            "print",
            "organisation",
            "transparency",
            "identity",
            "catalog",
            "learning",
            "assessment",
            "outcome",
            "framework",
            "stating",
            "transfer",
            "credit",
            "recognition",
            "priorlearning",
            "evaluation",
            "promotion",
            "credential",
            "reexamination",
            "message",
            "audit");

    private static final String ROOT = "cn.jiangxue.";
    private static final Set<String> REACTIVE = Set.of(Mono.class.getName(), Flux.class.getName());
    private static final Set<String> WAITS =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(FEATURES.stream().map(feature -> ROOT + feature).toArray(String[]::new));

    /** The features alone: libraries of ours that share the root package are no modules of this service. */
    private static final ApplicationModules MODULES = ApplicationModules.of(
            BackendApplication.class,
            resideOutsideOfPackages(FEATURES.stream()
                            .map(feature -> ROOT + feature + "..")
                            .toArray(String[]::new))
                    .and(not(equivalentTo(BackendApplication.class))));

    /** The description knows them by their simple names, so that two of one name are described as one. */
    @Test
    void no_two_types_of_the_contract_have_the_same_name() {
        List<String> names = new ClassFileImporter()
                .importPackages(ROOT + "contract").stream()
                        .filter(type -> !type.isAnonymousClass()
                                && !type.getSimpleName().isEmpty())
                        .map(JavaClass::getSimpleName)
                        .sorted()
                        .toList();

        assertThat(names).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void something_was_looked_at() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
        assertThat(CLASSES.contain("cn.jiangxue.identity.People")).isTrue();
        assertThat(CLASSES.contain("cn.jiangxue.identity.rules.Login")).isTrue();
    }

    @Test
    void every_feature_has_a_place_in_the_order() {
        var found = MODULES.stream()
                .map(ApplicationModule::getIdentifier)
                .map(Object::toString)
                .toList();

        assertThat(new TreeSet<>(FEATURES)).containsAll(found);
        assertThat(found).contains("organisation", "identity", "audit", "catalog", "credit");
    }

    @Test
    void features_reach_each_others_roots_only_and_in_no_circle() {
        MODULES.verify();
    }

    @Test
    void an_arrow_runs_downward_only() {
        for (int i = 0; i < FEATURES.size(); i++) {
            List<String> above = FEATURES.subList(i + 1, FEATURES.size());
            if (above.isEmpty()) {
                continue;
            }
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + FEATURES.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            above.stream().map(name -> ROOT + name + "..").toArray(String[]::new))
                    .because("upstream never knows downstream: it tells, it does not call")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void nobody_reads_another_features_rules() {
        classes()
                .that()
                .resideInAPackage("cn.jiangxue..")
                .should(keepOutOfForeignRules())
                .check(CLASSES);
    }

    @Test
    void rules_are_pure() {
        noClasses()
                .that()
                .resideInAPackage("..rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "reactor..",
                        "com.mongodb..",
                        "org.bson..",
                        "co.elastic..",
                        "cn.jiangxue.platform..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class, java.util.Timer.class, Thread.class)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..rules..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CLASSES);
    }

    @Test
    void nobody_waits_for_a_result_on_an_event_loop() {
        var waiting = CLASSES.stream()
                .flatMap(one -> one.getMethodCallsFromSelf().stream())
                .filter(call -> REACTIVE.contains(call.getTargetOwner().getName()))
                .filter(call -> WAITS.contains(call.getTarget().getName()))
                .map(Object::toString)
                .toList();

        assertThat(waiting).isEmpty();
    }

    @Test
    void routes_are_package_private_and_named_so() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Routes")
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_thing_is_for() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .check(CLASSES);
    }

    @Test
    void every_package_promises_no_nulls() {
        var unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                .map(one -> one.getName())
                .toList();

        assertThat(unmarked).isEmpty();
    }

    private static ArchCondition<JavaClass> keepOutOfForeignRules() {
        return new ArchCondition<>("keep out of other features' rules") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isRules(dependency.getTargetClass()))
                        .filter(dependency ->
                                !feature(dependency.getTargetClass()).equals(feature(item)))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
            }
        };
    }

    private static boolean isRules(JavaClass one) {
        return one.getPackageName().startsWith(ROOT) && one.getPackageName().contains(".rules");
    }

    private static String feature(JavaClass one) {
        String below = one.getPackageName().substring(ROOT.length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
