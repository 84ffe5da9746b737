package no.ehelse.portfolio.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.actor.web.CurrentActor;
import no.ehelse.portfolio.actor.web.SignedIn;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.metrics.CommandMeter;
import no.ehelse.portfolio.organisation.OrganisationCommand;
import no.ehelse.portfolio.round.RoundCommand;
import no.ehelse.portfolio.round.RoundRejection;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakRejection;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Sends commands and waits for what becomes of them; one that lost a race is decided again. */
@Component
public class Commands {

    /** The source of who does not name a tool. */
    private static final String DEFAULT_SOURCE = "api";

    /** Where commands are handled elsewhere, an answer may get lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CommandGateway gateway;
    private final StreamPositions positions;
    private final CommandMeter meter;

    Commands(CommandGateway gateway, StreamPositions positions, CommandMeter meter) {
        this.gateway = gateway;
        this.positions = positions;
        this.meter = meter;
    }

    /** Sends a command on a tiltak. */
    public Accepted send(TiltakCommand command, CommandHeaders headers) {
        try {
            return send(command, command.aggregateIdentifier(), headers);
        } catch (AggregateNotFoundException e) {
            throw RejectionProblems.of(new TiltakRejection.UnknownTiltak(command.number()));
        }
    }

    /** Sends a command on a round. */
    public Accepted send(RoundCommand command, CommandHeaders headers) {
        try {
            return send(command, command.aggregateIdentifier(), headers);
        } catch (AggregateNotFoundException e) {
            throw RejectionProblems.of(new RoundRejection.UnknownRound(command.round()));
        }
    }

    /** Sends a command on an organisation. */
    public Accepted send(OrganisationCommand command, CommandHeaders headers) {
        return send(command, command.aggregateIdentifier(), headers);
    }

    /**
     * Refuses to register something as a version of what exists.
     *
     * @throws ProblemException if the sender says which version it saw
     */
    public static CommandHeaders ofRegistration(CommandHeaders headers) {
        if (headers.ifMatch() != null) {
            throw ProblemException.invalid(CommandHeaderReader.IF_MATCH, "not-allowed",
                    "what is registered has no version yet");
        }
        return headers;
    }

    private Accepted send(Object command, String aggregateIdentifier, CommandHeaders headers) {
        CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command)
                .withMetaData(metaData(command, headers));
        Recorded recorded = decided(message);
        return new Accepted(recorded.version(), positions.positionOf(aggregateIdentifier, recorded.version()),
                recorded.changed());
    }

    /**
     * What the events of a request say about where they came from: who sent it, and with which tool.
     *
     * @param source what is said of a sender who names no tool, and whose program is not known
     * @throws InsufficientAuthenticationException if nobody is signed in
     */
    public static Map<String, Object> provenance(CommandHeaders headers, String source) {
        SignedIn sender = CurrentActor.signedIn();
        if (sender == null) {
            throw new InsufficientAuthenticationException(new AccessRejection.Unauthenticated().message());
        }
        Map<String, Object> metaData = new HashMap<>(Provenance.of(sender.actor()));
        String client = Objects.requireNonNullElse(sender.client(), source);
        metaData.put(Provenance.SOURCE, Objects.requireNonNullElse(headers.source(), client));
        return metaData;
    }

    /**
     * The same, for a request that only the portfolio office may send.
     *
     * @throws InsufficientAuthenticationException if nobody is signed in
     * @throws ProblemException if somebody else is
     */
    public static Map<String, Object> provenanceOfOffice(CommandHeaders headers, String source) {
        Map<String, Object> metaData = provenance(headers, source);
        SignedIn sender = CurrentActor.signedIn();
        if (sender == null || !sender.actor().mayDoEverything()) {
            throw RejectionProblems.of(new AccessRejection.OfficeOnly());
        }
        return metaData;
    }

    private static Map<String, Object> metaData(Object command, CommandHeaders headers) {
        Map<String, Object> metaData = provenance(headers, DEFAULT_SOURCE);
        if (headers.idempotencyKey() != null) {
            metaData.put(RequestKey.KEY, headers.idempotencyKey());
            metaData.put(RequestKey.DIGEST, RequestDigest.of(command));
        }
        if (headers.ifMatch() != null && headers.ifMatch().version() != null) {
            metaData.put(Conditions.EXPECTED_VERSION, headers.ifMatch().version());
        }
        return metaData;
    }

    private Recorded decided(CommandMessage<?> message) {
        try {
            return Races.settled("the same",
                    () -> Objects.requireNonNull(
                            gateway.<Recorded>sendAndWait(message, PATIENCE.toSeconds(), TimeUnit.SECONDS),
                            "interrupted"));
        } catch (CannotCreateTransactionException outage) {
            // It did not come as far as to where the others are taken down.
            meter.count(message.getPayloadType().getSimpleName(), CommandMeter.UNAVAILABLE);
            throw outage;
        }
    }
}
