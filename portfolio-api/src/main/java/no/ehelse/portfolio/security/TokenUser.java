package no.ehelse.portfolio.security;

import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.web.SignedIn;
import org.jspecify.annotations.Nullable;

/** Somebody whom a token speaks for. */
record TokenUser(Actor actor, @Nullable String client) implements SignedIn {}
