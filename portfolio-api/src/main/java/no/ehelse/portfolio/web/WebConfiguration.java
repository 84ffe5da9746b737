package no.ehelse.portfolio.web;

import java.util.List;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How Spring MVC reads requests here. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final ParameterReader parameters;
    private final CommandHeaderReader commandHeaders;
    private final JsonBodies bodies;
    private final SingleValues values;

    WebConfiguration(ParameterReader parameters, CommandHeaderReader commandHeaders, JsonBodies bodies,
            SingleValues values) {
        this.parameters = parameters;
        this.commandHeaders = commandHeaders;
        this.bodies = bodies;
        this.values = values;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(parameters);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(bodies);
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new AcceptedAnswers()));
    }

    /** What stands in a path is read as strictly as everything else. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, TiltakNumber.class,
                text -> (TiltakNumber) values.ofText("number", TiltakNumber.class, text));
        registry.addConverter(String.class, RoundId.class,
                text -> (RoundId) values.ofText("round", RoundId.class, text));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(parameters);
        resolvers.add(commandHeaders);
    }
}
