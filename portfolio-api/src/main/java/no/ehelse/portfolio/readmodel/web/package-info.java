/** The read model for its operators: rebuilds, and events that could not be read into it. */
@NullMarked
package no.ehelse.portfolio.readmodel.web;

import org.jspecify.annotations.NullMarked;
