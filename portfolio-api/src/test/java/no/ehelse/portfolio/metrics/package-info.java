/** What is measured, as a scraper sees it. */
@NullMarked
package no.ehelse.portfolio.metrics;

import org.jspecify.annotations.NullMarked;
