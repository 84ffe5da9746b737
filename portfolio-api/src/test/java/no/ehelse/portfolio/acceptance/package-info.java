/** The packaged application, as its users meet it: started as a process, asked over HTTP. */
@NullMarked
package no.ehelse.portfolio.acceptance;

import org.jspecify.annotations.NullMarked;
