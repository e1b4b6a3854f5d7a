package feiyan.web.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version that a command's sender saw, from the header {@code If-Match}: {@code "7"}, or the whole entity tag of
 * the read. Missing: 428. The door refuses a stale one, which is told as 412.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface IfMatch {}
