/** What the service counts and measures about itself: names, units and descriptions in one place. */
@NullMarked
package no.ehelse.portfolio.metrics;

import org.jspecify.annotations.NullMarked;
