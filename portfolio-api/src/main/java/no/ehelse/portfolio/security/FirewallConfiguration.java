package no.ehelse.portfolio.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Which requests are read at all: none that could be read in two ways. */
@Configuration(proxyBeanMethods = false)
class FirewallConfiguration {

    private static final char DELETE = 0x7F;

    /** Strict but for values of headers in UTF-8, which arrive byte by byte, and look like control characters then. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> value.chars().allMatch(FirewallConfiguration::isNoControl));
        return firewall;
    }

    private static boolean isNoControl(int character) {
        return character == '\t' || (character >= ' ' && character != DELETE);
    }
}
