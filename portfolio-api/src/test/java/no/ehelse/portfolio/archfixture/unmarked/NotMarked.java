package no.ehelse.portfolio.archfixture.unmarked;

/** Breaks a rule of the architecture on purpose. */
public final class NotMarked {

    private NotMarked() {}
}
