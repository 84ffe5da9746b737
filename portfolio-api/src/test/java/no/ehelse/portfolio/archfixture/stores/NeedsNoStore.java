package no.ehelse.portfolio.archfixture.stores;

/** Would run on each kind of database, for nothing. */
public final class NeedsNoStore {

    private NeedsNoStore() {}
}
