package no.ehelse.portfolio.eventstore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** For what belongs to an event store that is an Axon Server, so that nothing of it exists, or asks for one, elsewhere. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
public @interface WhereLogIsInAxonServer {}
