package no.ehelse.portfolio.projection;

/** Told of every batch that is in the tables for good. */
public interface BatchListener {

    /** A batch was committed. */
    void committed(Batch batch);
}
