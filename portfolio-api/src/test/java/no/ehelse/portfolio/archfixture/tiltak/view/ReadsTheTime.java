package no.ehelse.portfolio.archfixture.tiltak.view;

/** Breaks a rule of the architecture on purpose. */
public final class ReadsTheTime {

    private ReadsTheTime() {}

    /** Breaks the rule by its call. */
    public static long time() {
        return System.currentTimeMillis();
    }
}
