package no.ehelse.portfolio.actor.web;

import no.ehelse.portfolio.actor.Actor;
import org.jspecify.annotations.Nullable;

/** Whoever was authenticated, in whichever way: the principal of every authentication here. */
public interface SignedIn {

    /** Who it is. */
    Actor actor();

    /** Through which program; null: it is not said. */
    @Nullable String client();
}
