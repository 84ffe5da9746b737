package no.ehelse.portfolio.tiltak.view.counts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.tiltak.view.portfolio.Dimension;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers how many tiltak there are at a point. */
public final class CountQueries {

    private static final int SHARE_DECIMALS = 3;

    private final PortfolioIndex index;

    /** Answers from the index. */
    public CountQueries(PortfolioIndex index) {
        this.index = index;
    }

    @QueryHandler
    Counts handle(CountPortfolio query) {
        return count(query);
    }

    /** How many there are. */
    public Counts count(CountPortfolio query) {
        Snapshot snapshot = index.snapshot();
        Point point = query.point();
        Map<List<String>, Budgets> byKeys = byKeys(query, snapshot);
        Budgets all = new Budgets(point.validOn());
        byKeys.values().forEach(all::add);
        return new Counts(snapshot.answered(point), point.position(), all.tiltak(), all.of(all.years()),
                query.by().isEmpty() ? List.of() : groups(byKeys, all, query.by(), snapshot));
    }

    private static Map<List<String>, Budgets> byKeys(CountPortfolio query, Snapshot snapshot) {
        LocalDate day = query.point().validOn();
        Map<List<String>, Budgets> byKeys = new HashMap<>();
        snapshot.eachPresent(query.point(), (track, version) -> {
            if (query.filter().wants(version, query.point(), snapshot)) {
                List<String> keys = new ArrayList<>(query.by().size());
                for (Dimension dimension : query.by()) {
                    keys.add(dimension.keyOf(version, day, snapshot));
                }
                byKeys.computeIfAbsent(keys, made -> new Budgets(day)).add(version);
            }
        });
        return byKeys;
    }

    private static List<Counts.Group> groups(Map<List<String>, Budgets> byKeys, Budgets all, List<Dimension> by,
            Snapshot snapshot) {
        SortedMap<List<String>, Budgets> inOrder = new TreeMap<>(order(by, snapshot));
        inOrder.putAll(byKeys);
        List<Counts.Group> groups = new ArrayList<>();
        inOrder.forEach((keys, members) -> groups.add(new Counts.Group(shown(by, keys, snapshot), members.tiltak(),
                share(members.tiltak(), all.tiltak()), members.of(all.years()))));
        return groups;
    }

    private static Map<String, @Nullable String> shown(List<Dimension> by, List<String> keys,
            Snapshot snapshot) {
        Map<String, @Nullable String> shown = new LinkedHashMap<>();
        for (int place = 0; place < by.size(); place++) {
            shown.put(by.get(place).member(), by.get(place).shown(keys.get(place), snapshot));
        }
        return shown;
    }

    private static Comparator<List<String>> order(List<Dimension> by, Snapshot snapshot) {
        Comparator<List<String>> order = Comparator.comparingInt(List::size);
        for (int place = 0; place < by.size(); place++) {
            int key = place;
            order = order.thenComparing(keys -> keys.get(key), by.get(place).order(snapshot));
        }
        return order;
    }

    private static BigDecimal share(int count, int total) {
        return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(total), SHARE_DECIMALS, RoundingMode.HALF_UP);
    }
}
