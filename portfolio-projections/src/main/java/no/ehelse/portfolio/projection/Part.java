package no.ehelse.portfolio.projection;

/** The part of a batch that one projector is responsible for. */
public interface Part {

    /** Writes what has gathered, in the batch's transaction. */
    void write();
}
