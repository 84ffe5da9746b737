package no.ehelse.portfolio.readmodel.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.ehelse.portfolio.rebuild.Rebuild;
import no.ehelse.portfolio.rebuild.RebuildState;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a read model.
 *
 * @param tables the letter of the set of tables that it fills
 * @param position up to where it has read
 * @param head the last position of the log
 * @param events how many events it has read
 * @param eventsPerSecond on average since the start, the comparison included; null: too early to say
 * @param secondsLeft about so many until it has read everything; null: too early to say, or over
 * @param compared how many rows were compared with those that served
 * @param differences how many of them differ
 * @param examples the first of the differences
 * @param failure at what it stopped; null: it did not
 */
record RebuildAnswer(String id, String name, String tables, String reason, RebuildState state, Instant startedAt,
        @Nullable Instant finishedAt, long position, long head, long events, @Nullable Long eventsPerSecond,
        @Nullable Long secondsLeft, long compared, long differences, List<String> examples,
        Rebuild.@Nullable Failure failure) {

    static RebuildAnswer of(Rebuild rebuild) {
        long milliseconds = Duration.between(rebuild.startedAt(), rebuild.touchedAt()).toMillis();
        boolean early = milliseconds == 0 || rebuild.position() == 0;
        Double perSecond = rebuild.eventsPerSecond();
        boolean over = rebuild.state().isOver();
        return new RebuildAnswer(rebuild.id(), rebuild.name(), rebuild.set().letter(), rebuild.reason(),
                rebuild.state(), rebuild.startedAt(), over ? rebuild.touchedAt() : null, rebuild.position(),
                rebuild.head(), rebuild.events(), perSecond == null ? null : perSecond.longValue(),
                early || over ? null
                        : (rebuild.head() - rebuild.position()) * milliseconds / rebuild.position() / 1000,
                rebuild.compared(), rebuild.differences(), rebuild.examples(), rebuild.failure());
    }
}
