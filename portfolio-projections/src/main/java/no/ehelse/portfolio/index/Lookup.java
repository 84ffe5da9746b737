package no.ehelse.portfolio.index;

import java.util.List;
import java.util.function.BiConsumer;
import no.ehelse.portfolio.index.VersionsByDay.Chunk;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/**
 * Looks many tiltak up at one point, all of them a step at a time: what each step reads lies anywhere in memory, and a
 * processor that waits for one tiltak can wait for the next ones meanwhile. One after the other takes twice as long in a
 * long history.
 */
final class Lookup {

    /** So many at once that what was found is still at hand. */
    static final int BLOCK = 256;

    private final VersionsByDay[] known = new VersionsByDay[BLOCK];
    private final @Nullable Chunk[] chunks = new Chunk[BLOCK];
    private final @Nullable TiltakVersion[] versions = new TiltakVersion[BLOCK];

    /** Finds what holds of tiltak on a day, as known at a stream position. */
    void find(List<Track> block, int day, long position) {
        for (int place = 0; place < block.size(); place++) {
            known[place] = block.get(place).known(position);
        }
        for (int place = 0; place < block.size(); place++) {
            chunks[place] = known[place].chunk(day);
        }
        for (int place = 0; place < block.size(); place++) {
            Chunk chunk = chunks[place];
            versions[place] = chunk == null ? null : chunk.floor(day);
        }
        for (int place = 0; place < block.size(); place++) {
            TiltakVersion version = versions[place];
            if (version != null && !isPresent(version)) {
                versions[place] = null;
            }
        }
    }

    /** It has a name then; to ask for it reads what is asked for next. */
    private static boolean isPresent(TiltakVersion version) {
        return version.state().inPortfolio() && version.get(Attribute.NAME) != null;
    }

    /** Hands over those that were found in the portfolio. */
    void handOver(List<Track> block, BiConsumer<Track, TiltakVersion> taker) {
        for (int place = 0; place < block.size(); place++) {
            TiltakVersion version = versions[place];
            if (version != null) {
                taker.accept(block.get(place), version);
            }
        }
    }
}
