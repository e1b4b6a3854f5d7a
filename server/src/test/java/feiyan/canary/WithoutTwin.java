package feiyan.canary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For tests of what holds in a house with no county yet, or with a single one: there no other may live beside it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface WithoutTwin {

    /** Why the house must have nobody else in it. */
    String value();
}
