package feiyan.web.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that only reads, and is written down as read: its answer may hold what the stage of an order allows at this
 * very moment, so it is never kept: under the same key, too, a second one is decided, and audited, anew.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DecidedAnew {}
