/** Who is signed in, and what readers may see. */
@NullMarked
package no.ehelse.portfolio.actor.web;

import org.jspecify.annotations.NullMarked;
