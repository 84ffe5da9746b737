package no.ehelse.portfolio.security;

import static no.ehelse.portfolio.actor.Role.AUDITOR;
import static no.ehelse.portfolio.actor.Role.OFFICE;
import static no.ehelse.portfolio.actor.Role.OPERATOR;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.ehelse.portfolio.organisation.Organisations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * What stands before every request. Whether somebody may send a command is decided where the command is handled, after its
 * body was read; all else is decided here.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration {

    /** Scripts and styles of our own only; the page that describes the interface has pictures within its styles. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    @Bean
    SecurityFilterChain everyRequest(HttpSecurity http, SecurityProperties properties, ReadingRules reading,
            Organisations organisations, MeterRegistry meters,
            @Value("${portfolio.data-dir:./data}") Path folder) {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // There is no session and no cookie that a page of others could ride on; see also WriteLimit.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(readableFrom(properties.cors())))
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(requests -> rules(requests, reading))
                .addFilterAfter(new FailedLogins(properties.limits(), meters), SecurityContextHolderFilter.class)
                .addFilterBefore(new RequestLog.Noting(), AuthorizationFilter.class)
                .addFilterBefore(new WriteLimit(properties.limits(), meters), AuthorizationFilter.class);
        SecurityProperties.Oidc oidc = properties.oidc();
        if (oidc == null) {
            local(http, properties, organisations, folder);
        } else {
            tokens(http, oidc, organisations);
        }
        return http.build();
    }

    private static void local(HttpSecurity http, SecurityProperties properties, Organisations organisations,
            Path folder) {
        Refusals refusals = new Refusals("Basic realm=\"portfolio\", charset=\"UTF-8\"");
        PasswordHashes hashes = new PasswordHashes(
                properties.users().values().stream().map(SecurityProperties.User::password).toList());
        String office = hashes.ofKnown(OfficePassword.of(properties.officePassword(), folder));
        LocalUsers users = new LocalUsers(office, properties.users(), organisations);
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(hashes);
        http.authenticationProvider(provider)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(failing -> failing.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }

    private static void tokens(HttpSecurity http, SecurityProperties.Oidc oidc, Organisations organisations) {
        Refusals refusals = new Refusals("Bearer realm=\"portfolio\"");
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals)
                .jwt(jwt -> jwt.decoder(TokenDecoders.of(oidc))
                        .jwtAuthenticationConverter(new TokenUsers(oidc, organisations)))
                .withObjectPostProcessor(new FailingWithProblems(refusals)))
                .exceptionHandling(failing -> failing.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            ReadingRules reading) {
        requests.requestMatchers(HttpMethod.GET, "/actuator/health/**").permitAll();
        requests.requestMatchers("/actuator/**").hasAnyRole(Authorities.names(OFFICE, OPERATOR));
        requests.requestMatchers("/api/admin/**").hasAnyRole(Authorities.names(OFFICE, OPERATOR));
        requests.requestMatchers(HttpMethod.GET, "/api/audit/verification", "/api/audit/export")
                .hasAnyRole(Authorities.names(OFFICE, AUDITOR));
        requests.requestMatchers(HttpMethod.POST, "/api/tiltak/**", "/api/rounds/**", "/api/organisations/**",
                "/api/imports/**").permitAll();
        requests.requestMatchers(HttpMethod.GET, "/api/**").access(reading);
        requests.requestMatchers(HttpMethod.HEAD, "/api/**").access(reading);
        requests.requestMatchers(HttpMethod.GET, "/**").permitAll();
        requests.anyRequest().hasRole(OFFICE.name());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                // Answers say themselves how long they may be kept.
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable);
    }

    private static CorsConfigurationSource readableFrom(SecurityProperties.Cors cors) {
        CorsConfiguration reading = new CorsConfiguration();
        reading.setAllowedOrigins(cors.allowedOrigins());
        reading.setAllowedMethods(List.of("GET", "HEAD"));
        reading.setAllowedHeaders(List.of(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION, HttpHeaders.IF_NONE_MATCH,
                RequestLog.HEADER));
        reading.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, "Portfolio-Incomplete",
                RequestLog.HEADER));
        reading.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!cors.allowedOrigins().isEmpty()) {
            source.registerCorsConfiguration("/api/**", reading);
            source.registerCorsConfiguration("/v3/api-docs/**", reading);
        }
        return source;
    }

    /** Before everything else but the trace, so that what is refused is logged too, and the line has the trace's number. */
    @Bean
    FilterRegistrationBean<RequestLog> requestLog() {
        FilterRegistrationBean<RequestLog> registration = new FilterRegistrationBean<>(new RequestLog());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }
}
