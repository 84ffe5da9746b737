/** What makes the log provable: the canonical form of its events, their chains and seals; defined in docs/verify. */
@NullMarked
package no.ehelse.portfolio.evidence;

import org.jspecify.annotations.NullMarked;
