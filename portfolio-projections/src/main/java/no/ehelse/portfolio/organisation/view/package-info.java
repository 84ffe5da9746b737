/** What is remembered of organisations. */
@NullMarked
package no.ehelse.portfolio.organisation.view;

import org.jspecify.annotations.NullMarked;
