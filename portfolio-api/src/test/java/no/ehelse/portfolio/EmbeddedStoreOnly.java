package no.ehelse.portfolio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test that is about the embedded store itself: it is skipped where the tests run on PostgreSQL or Axon Server. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmbeddedStoreOnly.Condition.class)
public @interface EmbeddedStoreOnly {

    /** Why. */
    String value();

    /** Tells why a test is skipped, and where it runs. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), EmbeddedStoreOnly.class)
                    .filter(only -> !TestStores.isEmbedded())
                    .map(only -> ConditionEvaluationResult
                            .disabled(only.value() + "; it runs where the tests run on the embedded store"))
                    .orElse(ConditionEvaluationResult.enabled("on this database"));
        }
    }
}
