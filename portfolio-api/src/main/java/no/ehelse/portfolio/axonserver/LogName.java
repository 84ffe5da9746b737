package no.ehelse.portfolio.axonserver;

import org.jspecify.annotations.Nullable;

/**
 * What tells the events and commands of one portfolio from those of others in the same context of an Axon Server.
 *
 * @param name before every identifier there, with a slash between; empty: identifiers stand there as they are
 */
record LogName(String name) {

    private static final String FORM = "[a-z0-9-]{0,60}";

    /** Checks the form. */
    LogName {
        if (!name.matches(FORM)) {
            throw new IllegalArgumentException(
                    "portfolio.store.log-name has up to 60 small letters, digits and hyphens, and not: " + name);
        }
    }

    /** What an identifier, or the name of a command, is called there. */
    String there(String here) {
        return name.isEmpty() ? here : name + "/" + here;
    }

    /** The name of one of our commands, of which we know that it has our name before it. */
    String here(String there) {
        return name.isEmpty() ? there : there.substring(name.length() + 1);
    }

    /** The identifier of an aggregate of ours; null: it is somebody else's. */
    @Nullable String ownAggregate(String there) {
        if (!name.isEmpty() && !there.startsWith(name + "/")) {
            return null;
        }
        String here = here(there);
        return here.startsWith("tiltak:") || here.startsWith("round:") || here.startsWith("organisation:") ? here
                : null;
    }
}
