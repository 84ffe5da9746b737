package no.ehelse.portfolio.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves everything about traces out of a service that nobody told where to send them: no span is made, nothing is sent,
 * and the start takes no longer.
 */
final class TracingOnlyIfAsked implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> ABOUT_TRACES = List.of("org.springframework.boot.micrometer.tracing.",
            "org.springframework.boot.opentelemetry.",
            // It takes what is registered for the whole process, where nothing is.
            "org.axonframework.springboot.autoconfig.OpenTelemetryAutoConfiguration");

    private boolean isAsked;

    @Override
    public void setEnvironment(Environment environment) {
        isAsked = environment.containsProperty(TracingConfiguration.ENDPOINT);
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[candidates.length];
        for (int index = 0; index < candidates.length; index++) {
            String candidate = candidates[index];
            matches[index] = isAsked || candidate == null || ABOUT_TRACES.stream().noneMatch(candidate::startsWith);
        }
        return matches;
    }
}
