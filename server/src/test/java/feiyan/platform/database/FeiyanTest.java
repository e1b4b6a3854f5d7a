package feiyan.platform.database;

import feiyan.canary.CanaryGuard;
import feiyan.canary.WatchedHouse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * The whole application on a migrated database of the test class's own, in which a twin county lives beside whatever
 * the test makes; each statement it sends names its county, and nothing personal gets out ({@link CanaryGuard}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextCustomizerFactories({OwnDatabase.class, WatchedHouse.class})
@ExtendWith({EveryStatementNamesItsCounty.class, CanaryGuard.class})
@DirtiesContext
public @interface FeiyanTest {

    @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
    WebEnvironment webEnvironment() default WebEnvironment.MOCK;

    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
