@NullMarked
package no.ehelse.portfolio.importing;

import org.jspecify.annotations.NullMarked;
