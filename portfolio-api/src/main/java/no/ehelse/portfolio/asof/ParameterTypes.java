package no.ehelse.portfolio.asof;

import no.ehelse.portfolio.web.ParameterType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The types of this package as parameters. */
@Configuration(proxyBeanMethods = false)
class ParameterTypes {

    @Bean
    ParameterType<ValidDay> validDay() {
        return new ParameterType<>(ValidDay.class, ValidDay::of);
    }

    @Bean
    ParameterType<ValidDayOrRound> validDayOrRound() {
        return new ParameterType<>(ValidDayOrRound.class, ValidDayOrRound::of);
    }

    @Bean
    ParameterType<SeriesParameters.Step> step() {
        return new ParameterType<>(SeriesParameters.Step.class, SeriesParameters.Step::of);
    }

    @Bean
    ParameterType<FirstDay> firstDay() {
        return new ParameterType<>(FirstDay.class, FirstDay::of);
    }

    @Bean
    ParameterType<KnownAt> knownAt() {
        return new ParameterType<>(KnownAt.class, KnownAt::of);
    }
}
