package no.ehelse.portfolio.projection;

/**
 * The tables were filled by another version of the projecting code, which makes other rows of the same events: while a
 * service is upgraded, one instance after the other, those of the version before it leave the tables alone.
 */
public final class FilledByAnotherVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FilledByAnotherVersion(int tables, int own) {
        super("The read model is of version %d of the projecting code, and this instance has version %d: it leaves it alone"
                .formatted(tables, own));
    }
}
