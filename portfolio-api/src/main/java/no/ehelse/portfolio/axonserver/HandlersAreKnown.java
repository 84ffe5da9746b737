package no.ehelse.portfolio.axonserver;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * At the start, waits until Axon Server knows that commands are handled here, before the first request is let in: it is told in
 * the background, and in any order. So a question is asked by the name of each command; as nobody asks it, it is refused
 * before anything is done, and whatever is answered says that there is a handler.
 */
final class HandlersAreKnown implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    /** After all handlers, and before the web server. */
    private static final int PHASE = Integer.MAX_VALUE - 4096;

    private final NamedCommandBus commands;
    private @Nullable Registration question;

    HandlersAreKnown(NamedCommandBus commands) {
        this.commands = commands;
    }

    /** The question, which nothing follows from. */
    record AreYouThere() {}

    @Override
    public void start() {
        question = commands.subscribe(AreYouThere.class.getName(), message -> true);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (String command : commands.handled()) {
                while (!isAnswered(command)) {
                    if (System.nanoTime() > end) {
                        throw new IllegalStateException("Axon Server does not take the command " + command);
                    }
                    TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before Axon Server took commands", interrupted);
        }
    }

    /** Whatever is answered by a handler, even that it does not know who asks, says that there is one. */
    private boolean isAnswered(String command) throws InterruptedException {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        commands.dispatch(new GenericCommandMessage<>(new GenericMessage<>(new AreYouThere()), command),
                (asked, answered) -> answer.complete(answered));
        try {
            CommandResultMessage<?> answered = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return !answered.isExceptional()
                    || !(answered.exceptionResult() instanceof NoHandlerForCommandException);
        } catch (ExecutionException | TimeoutException none) {
            return false;
        }
    }

    @Override
    public void stop() {
        if (question != null) {
            boolean unused = question.cancel();
            question = null;
        }
    }

    @Override
    public boolean isRunning() {
        return question != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
