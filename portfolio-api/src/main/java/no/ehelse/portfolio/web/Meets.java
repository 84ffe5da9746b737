package no.ehelse.portfolio.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems that a handler method can answer with, beside those that every one can; for the API's description. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Meets {

    /** The codes; those on the type hold for all of its methods. */
    ProblemCode[] value();
}
