package no.ehelse.portfolio.benchmark;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.eventstore.Provenance;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Sends commands with the metadata that they have when they come over HTTP. */
final class Sender {

    private static final int IN_ONE_TRANSACTION = 500;

    private static final String DIGEST = "3b4c2a5f6d7e8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70819";

    private final Service service;

    /** Sends to a service. */
    Sender(Service service) {
        this.service = service;
    }

    private static CommandMessage<Object> message(Object command) {
        return GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(Provenance.USER, "kari.nordmann@example.org", Provenance.ROLES, "OFFICE",
                        Provenance.USER_ORGANISATION, "direktoratet", Provenance.SOURCE, "benchmark", RequestKey.KEY,
                        UUID.randomUUID().toString(),
                        RequestKey.DIGEST, DIGEST));
    }

    /** Sends commands one by one. */
    void send(List<?> commands) {
        commands.forEach(command -> service.commands().sendAndWait(message(command)));
    }

    /**
     * Sends commands, and waits for each answer before the next.
     *
     * @param inFlight how many senders there are
     * @return how long each command took, in milliseconds
     */
    double[] send(List<?> commands, int inFlight) {
        double[] milliseconds = new double[commands.size()];
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(inFlight)) {
            List<Future<?>> all = IntStream.range(0, inFlight)
                    .<Future<?>>mapToObj(sender -> senders.submit(() -> {
                        for (int place = next.getAndIncrement(); place < commands.size(); place = next
                                .getAndIncrement()) {
                            long start = System.nanoTime();
                            service.commands().sendAndWait(message(commands.get(place)));
                            milliseconds[place] = Stopwatch.millisecondsSince(start);
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return milliseconds;
    }

    /** Sends commands many in a transaction, as an import does. */
    void sendInBulk(List<?> commands) {
        for (int from = 0; from < commands.size(); from += IN_ONE_TRANSACTION) {
            sendInOneTransaction(commands.subList(from, Math.min(from + IN_ONE_TRANSACTION, commands.size())));
        }
    }

    private void sendInOneTransaction(List<?> commands) {
        CommandBus bus = service.commandsHandledHere();
        UnitOfWork<?> whole = DefaultUnitOfWork.startAndGet(new GenericMessage<>("bulk"));
        whole.attachTransaction(service.bean(TransactionManager.class));
        try {
            for (Object command : commands) {
                bus.dispatch(message(command), (sent, answer) -> {
                    if (answer.isExceptional()) {
                        throw new IllegalStateException(String.valueOf(sent.getPayload()), answer.exceptionResult());
                    }
                });
            }
            whole.commit();
        } catch (RuntimeException failed) {
            whole.rollback(failed);
            throw failed;
        }
    }
}
