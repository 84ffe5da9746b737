package no.ehelse.portfolio.archfixture.stores;

import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.discovery.WithoutStore;

/** Says that no store has a part in it, and starts a service. */
@WithoutStore
public final class HidesItsStore {

    private HidesItsStore() {}

    /** On its store. */
    static long events(java.nio.file.Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            return portfolio.events();
        }
    }
}
