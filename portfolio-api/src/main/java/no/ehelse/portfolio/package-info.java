/** The service as one process, put together from the modules. */
@NullMarked
package no.ehelse.portfolio;

import org.jspecify.annotations.NullMarked;
