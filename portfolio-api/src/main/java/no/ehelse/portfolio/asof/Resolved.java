package no.ehelse.portfolio.asof;

import java.time.Duration;
import no.ehelse.portfolio.index.Point;
import org.jspecify.annotations.Nullable;

/**
 * A request's point, resolved, and for how long the answer cannot change.
 *
 * @param unchangedFor null: it may change with the next event
 */
public record Resolved(Point point, @Nullable Duration unchangedFor) {}
