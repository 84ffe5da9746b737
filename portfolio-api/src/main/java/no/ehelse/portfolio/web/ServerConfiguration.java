package no.ehelse.portfolio.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the embedded web server is set up beyond what properties say. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsOfTheirOwn() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxHeaderCount", String.valueOf(RequestLimits.HEADERS));
            // What reads a connection is not used for another one: it would remember that somebody spoke HTTP/0.9, and
            // answer a malformed request of somebody else without a status line.
            connector.setProperty("processorCache", "0");
        });
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
        TomcatContextCustomizer valve = context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        };
        return factory -> factory.addContextCustomizers(valve);
    }
}
