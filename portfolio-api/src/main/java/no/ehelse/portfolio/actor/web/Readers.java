package no.ehelse.portfolio.actor.web;

import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.Role;

/** What the reader of the present request may see. */
public interface Readers {

    /** Whether it may see what is known at present, and not only what was published. */
    boolean seeThePresent();

    /** Whether it may see who recorded an entry, and not only for which organisation. */
    static boolean seeUsers() {
        SignedIn reader = CurrentActor.signedIn();
        if (reader == null) {
            return false;
        }
        Actor actor = reader.actor();
        return actor.mayDoEverything() || actor.is(Role.AUDITOR);
    }
}
