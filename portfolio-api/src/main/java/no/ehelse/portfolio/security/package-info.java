/** Who is let in: signing in, what each may reach, and how often; docs/security.md has the whole. */
@NullMarked
package no.ehelse.portfolio.security;

import org.jspecify.annotations.NullMarked;
