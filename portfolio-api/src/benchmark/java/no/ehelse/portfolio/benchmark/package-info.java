/** How fast the service is, measured on the real store on disk; started with {@code mvn -Pbenchmark spring-boot:test-run}. */
@NullMarked
package no.ehelse.portfolio.benchmark;

import org.jspecify.annotations.NullMarked;
