/** What is remembered of tiltak: an entry per event, and a version per rectangle of valid and recorded time. */
@NullMarked
package no.ehelse.portfolio.tiltak.view;

import org.jspecify.annotations.NullMarked;
