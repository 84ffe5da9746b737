package no.ehelse.portfolio.tiltak.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import no.ehelse.portfolio.projection.Part;

/** What a batch makes of tiltak. */
public final class TiltakChanges implements Part {

    private static final Comparator<TiltakVersion> VERSIONS_BY_KEY = Comparator.comparing(TiltakVersion::number)
            .thenComparing(TiltakVersion::validFrom)
            .thenComparingLong(TiltakVersion::knownFrom);

    private static final Comparator<TiltakBudget> BUDGETS_BY_KEY = Comparator.comparing(TiltakBudget::number)
            .thenComparingInt(TiltakBudget::year)
            .thenComparing(TiltakBudget::validFrom)
            .thenComparingLong(TiltakBudget::knownFrom);

    private final TiltakTables tables;
    private final List<TiltakEntry> entries = new ArrayList<>();
    private final List<TiltakChange> changes = new ArrayList<>();
    private final Rectangles<TiltakVersion.Key, TiltakVersion> versions = new Rectangles<>();
    private final Rectangles<TiltakBudget.Key, TiltakBudget> budgets = new Rectangles<>();

    TiltakChanges(TiltakTables tables) {
        this.tables = tables;
    }

    void add(TiltakEntry entry, TiltakChange change, BudgetChange budgetChange) {
        entries.add(entry);
        changes.add(change);
        change.closed()
                .forEach(validFrom -> versions.close(new TiltakVersion.Key(change.number(), validFrom),
                        change.event()));
        change.opened()
                .forEach(opened -> versions.open(new TiltakVersion.Key(change.number(), opened.validFrom()), opened));
        budgetChange.closed().forEach(key -> budgets.close(key, change.event()));
        budgetChange.opened().forEach(opened -> budgets.open(opened.key(), opened));
    }

    /** The changes in stream order. */
    public Collection<TiltakChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    @Override
    public void write() {
        tables.entries().append(entries);
        tables.versions().close(versions.closings());
        tables.versions().append(versions.rows(VERSIONS_BY_KEY));
        tables.budgets().close(budgets.closings());
        tables.budgets().append(budgets.rows(BUDGETS_BY_KEY));
    }
}
