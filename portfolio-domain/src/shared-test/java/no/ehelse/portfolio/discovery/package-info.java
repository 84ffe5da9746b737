/** The proof that every test runs; it knows nothing about the module, and can be copied to another one. */
@NullMarked
package no.ehelse.portfolio.discovery;

import org.jspecify.annotations.NullMarked;
