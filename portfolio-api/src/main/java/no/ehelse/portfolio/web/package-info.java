/** What all of the HTTP interface shares: strict reading of requests, problem details, and the dispatch of commands. */
@NullMarked
package no.ehelse.portfolio.web;

import org.jspecify.annotations.NullMarked;
