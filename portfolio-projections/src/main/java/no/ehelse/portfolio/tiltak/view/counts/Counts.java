package no.ehelse.portfolio.tiltak.view.counts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import no.ehelse.portfolio.index.Answered;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The answer to {@link CountPortfolio}.
 *
 * @param position the stream position up to which it is known
 * @param total how many tiltak are counted
 * @param budget the budgets of those that are counted, by calendar year
 * @param groups one per combination of keys that occurs; none where nothing was grouped by
 */
public record Counts(Answered asOf, long position, int total, SortedMap<Integer, Budget> budget, List<Group> groups) {

    /**
     * The budget of a year: a sum, and of how many.
     *
     * @param amount million kroner
     * @param reported how many reported it
     * @param notReported how many did not, though asked
     * @param notAsked how many were not asked
     */
    public record Budget(BigDecimal amount, int reported, int notReported, int notAsked) {}

    /**
     * The tiltak that have the same keys.
     *
     * @param keys the member names with the values shown for them; null: not reported
     * @param share of the total, three decimals, half up
     */
    @JsonDeserialize(using = GroupReader.class)
    public record Group(Map<String, @Nullable String> keys, int count, BigDecimal share,
            SortedMap<Integer, Budget> budget) {

        /** Copies the keys, their order kept. */
        public Group {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        /** The group in JSON: the keys as members of the group itself, in front of the others. */
        @JsonValue
        Map<String, @Nullable Object> members() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>(keys);
            members.put("count", count);
            members.put("share", share);
            members.put("budget", budget);
            return members;
        }
    }
}
