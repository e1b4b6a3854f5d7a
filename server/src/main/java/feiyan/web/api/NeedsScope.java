package feiyan.web.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a token must have been made for; stands on each endpoint or on its class, else nobody gets in. A scope grants
 * nothing: what the person may do is the door's to decide.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsScope {

    /** One of {@link ApiScope}, as it is written in a token. */
    String value();
}
