package no.ehelse.portfolio.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether the service is ready, the same answer as that of its health. */
@Component
final class Readiness implements MeterBinder {

    private final ObjectProvider<HealthEndpoint> health;

    Readiness(ObjectProvider<HealthEndpoint> health) {
        this.health = health;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.READY.gauge(registry, () -> isUp() ? 1 : 0);
    }

    private boolean isUp() {
        HealthDescriptor readiness = health.getObject().healthForPath("readiness");
        return readiness != null && readiness.getStatus().equals(Status.UP);
    }
}
