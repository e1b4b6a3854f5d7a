package feiyan.architecture;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import feiyan.architecture.outside.Unmarked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** The house keeps its rules, and each rule bites. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("feiyan");

    static Stream<ArchRule> rules() {
        return breaches().map(breach -> (ArchRule) breach.get()[0]);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void areKept(ArchRule rule) {
        rule.check(HOUSE);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of(HouseRules.NOBODY_ASKS_THE_SYSTEM_FOR_THE_TIME, AsksForInstant.class),
                Arguments.of(HouseRules.NOBODY_ASKS_THE_SYSTEM_FOR_THE_TIME, AsksForDay.class),
                Arguments.of(HouseRules.NOBODY_ASKS_THE_SYSTEM_FOR_THE_TIME, AsksForMillis.class),
                Arguments.of(HouseRules.DOORS_WRITE_THROUGH_TRANSACTIONS, WritesByAnnotation.class),
                Arguments.of(HouseRules.NOBODY_LEAVES_A_QUERY_OPEN, LeavesOpen.class),
                Arguments.of(HouseRules.WHAT_A_CLASS_NEEDS_STANDS_IN_ITS_CONSTRUCTOR, TakesIntoField.class),
                Arguments.of(HouseRules.PAGES_LET_NOBODY_IN, PublicPage.class),
                Arguments.of(HouseRules.PAGES_LEAVE_SQL_TO_THE_DOORS, feiyan.architecture.web.QueryingPage.class),
                Arguments.of(HouseRules.NOBODY_REACHES_INTO_PAGES, KnowsPage.class),
                Arguments.of(HouseRules.EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL, Unmarked.class));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void bite(ArchRule rule, Class<?> breach) {
        var broken = new ClassFileImporter().importClasses(breach);
        assertThatThrownBy(() -> rule.check(broken)).isInstanceOf(AssertionError.class);
    }

    @Test
    void theHouseWasReadAtAll() {
        assertThat(HOUSE.contain("feiyan.orders.OrderLifecycle")).isTrue();
    }

    /**
     * By its class's name Spring knows a part: of two with one name the house stands only as long as one is left out.
     */
    @Test
    void noTwoPartsHaveOneName() {
        var parts = HOUSE.stream()
                .filter(each -> each.getEnclosingClass().isEmpty())
                .filter(each -> each.isAnnotatedWith(Component.class) || each.isMetaAnnotatedWith(Component.class))
                .collect(groupingBy(JavaClass::getSimpleName));
        assertThat(parts).containsKey("Outbox");
        assertThat(parts.values()).allSatisfy(ofOneName -> assertThat(ofOneName).hasSize(1));
    }

    static class AsksForInstant {
        Instant now() {
            return Instant.now();
        }
    }

    static class AsksForDay {
        LocalDate now() {
            return LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        }
    }

    static class AsksForMillis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static class WritesByAnnotation {
        @Transactional
        public void write() {}
    }

    static class LeavesOpen {
        long count(JdbcClient db) {
            return db.sql("select 1").query(Integer.class).stream().count();
        }
    }

    static class TakesIntoField {
        @Autowired
        @SuppressWarnings("NullAway.Init")
        Runnable field;
    }

    @Controller
    public static class PublicPage {}

    static class KnowsPage {
        feiyan.architecture.web.@org.jspecify.annotations.Nullable QueryingPage page;
    }
}
