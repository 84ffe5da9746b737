package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.organisation.Organisations;
import no.ehelse.portfolio.round.Rounds;

/**
 * What a decision on a tiltak rests on beside its history.
 *
 * @param today the day in Europe/Oslo
 * @param actor who sends the command
 * @param conditions under which the sender wants the command handled
 * @param rounds the rounds as of this transaction
 * @param organisations the organisations as of this transaction
 */
public record Circumstances(LocalDate today, Actor actor, Conditions conditions, Rounds rounds,
        Organisations organisations) {}
