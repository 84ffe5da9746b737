/** Everything that was ever recorded about one tiltak. */
@NullMarked
package no.ehelse.portfolio.tiltak.view.history;

import org.jspecify.annotations.NullMarked;
