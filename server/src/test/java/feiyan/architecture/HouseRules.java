package feiyan.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import feiyan.platform.AppClock;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house that the compiler does not hold. */
final class HouseRules {

    private HouseRules() {}

    static final ArchRule NOBODY_ASKS_THE_SYSTEM_FOR_THE_TIME = noClasses()
            .that()
            .areNotAssignableTo(AppClock.class)
            .should()
            .callMethodWhere(
                    DescribedPredicate.describe("reads the system's clock", call -> readsClock(call.getTarget())))
            .as("time comes from the one InstantSource")
            .allowEmptyShould(true);

    private static boolean readsClock(AccessTarget.CodeUnitCallTarget target) {
        var owner = target.getOwner().getPackageName();
        var now = owner.equals("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(java.time.Clock.class));
        var system = target.getFullName().startsWith("java.lang.System.currentTimeMillis")
                || target.getFullName().startsWith("java.time.InstantSource.system")
                || target.getFullName().startsWith("java.time.Clock.system");
        return now || system;
    }

    /** A refusal must roll back, and what the database refuses at commit must come out as a refusal. */
    static final ArchRule DOORS_WRITE_THROUGH_TRANSACTIONS = noClasses()
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould(haveAnnotatedMethod())
            .as("doors write through Transactions.write, nobody by @Transactional");

    private static ArchCondition<JavaClass> haveAnnotatedMethod() {
        return new ArchCondition<>("have a method annotated with @Transactional") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(annotatedWith(Transactional.class))
                        .forEach(method -> events.add(SimpleConditionEvent.satisfied(method, method.getFullName())));
            }
        };
    }

    /** Outside a transaction a stream keeps its connection until somebody closes it; ten of those, and all wait. */
    static final ArchRule NOBODY_LEAVES_A_QUERY_OPEN = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .as("rows are read as a list, or by a handler");

    static final ArchRule WHAT_A_CLASS_NEEDS_STANDS_IN_ITS_CONSTRUCTOR =
            noFields().should().beAnnotatedWith(Autowired.class).as("no field injection");

    /** Package-private types of the module would not compile here; this is about who is meant to be a door. */
    static final ArchRule PAGES_LET_NOBODY_IN = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePublic()
            .as("a page is package-private: nobody calls it but HTTP");

    static final ArchRule PAGES_LEAVE_SQL_TO_THE_DOORS = noClasses()
            .that()
            .resideInAPackage("..web")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.jdbc.."))
            .as("HTTP, door, SQL: a page knows no table")
            .allowEmptyShould(true);

    /** One module's pages are no other module's business: its words and types stand in the door. */
    static final ArchRule NOBODY_REACHES_INTO_PAGES = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat(resideInAPackage("feiyan.(*).web"))
            .as("the door does not know the pages before it")
            .allowEmptyShould(true);

    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL = ArchRuleDefinition.classes()
            .should(new ArchCondition<>("be in a package marked @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    JavaPackage home = type.getPackage();
                    if (!home.isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, home.getName() + " is not @NullMarked"));
                    }
                }
            });
}
