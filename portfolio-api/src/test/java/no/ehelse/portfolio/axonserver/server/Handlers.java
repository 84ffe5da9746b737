package no.ehelse.portfolio.axonserver.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who handles what in a context, and what they were given and have not answered.
 *
 * @param <T> what is handled
 */
final class Handlers<T> {

    private final List<Handler<T>> handlers = new ArrayList<>();

    /** A client that handles some names, as much at a time as it gave permits for. */
    static final class Handler<T> {

        private final Consumer<T> give;
        private final Set<String> names = new HashSet<>();
        private final Queue<T> waiting = new ArrayDeque<>();
        private final Map<String, Runnable> unanswered = new ConcurrentHashMap<>();
        private String client = "";
        private long permits;

        Handler(Consumer<T> give) {
            this.give = give;
        }

        private synchronized void take(T handled) {
            waiting.add(handled);
            giveWhatIsPermitted();
        }

        synchronized void permit(long more) {
            permits += more;
            giveWhatIsPermitted();
        }

        private void giveWhatIsPermitted() {
            while (permits > 0 && !waiting.isEmpty()) {
                permits--;
                give.accept(waiting.remove());
            }
        }

        /** What was given is answered. */
        void answered(String id) {
            unanswered.remove(id);
        }
    }

    synchronized void subscribe(Handler<T> handler, String client, String name) {
        handler.client = client;
        handler.names.add(name);
        if (!handlers.contains(handler)) {
            handlers.add(handler);
            handlers.sort(Comparator.comparing(one -> one.client));
        }
    }

    synchronized void unsubscribe(Handler<T> handler, String name) {
        handler.names.remove(name);
    }

    /** A client is gone, with everything that it did not answer. */
    void remove(Handler<T> handler) {
        synchronized (this) {
            handlers.remove(handler);
        }
        handler.unanswered.values().forEach(Runnable::run);
    }

    /**
     * Gives something to the one client that handles all of its routing key.
     *
     * @param lost what is done where the client goes without answering
     * @return null: nobody handles it
     */
    @Nullable Handler<T> give(String name, String routingKey, String id, T handled, Runnable lost) {
        Handler<T> chosen;
        synchronized (this) {
            List<Handler<T>> able = handlers.stream().filter(handler -> handler.names.contains(name)).toList();
            if (able.isEmpty()) {
                return null;
            }
            chosen = able.get(Math.floorMod(routingKey.hashCode(), able.size()));
            chosen.unanswered.put(id, lost);
        }
        chosen.take(handled);
        return chosen;
    }
}
