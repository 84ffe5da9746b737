/** How a request names a point in both times, and what that makes of the answer's caching. */
@NullMarked
package no.ehelse.portfolio.asof;

import org.jspecify.annotations.NullMarked;
