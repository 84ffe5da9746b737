package no.ehelse.portfolio.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record that {@link BodyReader} reads from the body of a request, as {@code @RequestBody}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JsonBody {

    /** Whether an absent or empty body is read as an empty object. */
    boolean mayBeEmpty() default false;
}
