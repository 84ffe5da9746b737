package no.ehelse.portfolio.command;

/** Why a command was refused; each context has a sealed catalogue of its own. */
public interface Rejection {

    /** One sentence for the person who sent the command. */
    String message();
}
