package no.ehelse.portfolio.upkeep.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Asks a service whether it is ready, and ends with status 0 where it is, or 1: the health check of the image, which has to
 * do without a shell. It has a main method of its own, and knows the JDK only, because it runs every few seconds.
 */
public final class ReadinessCheck {

    private static final int MILLISECONDS = 3000;

    private static final int READY = 200;

    private ReadinessCheck() {}

    /**
     * Asks once, or until it is ready.
     *
     * @param arguments the address; without one, where the service of this environment listens. And for how many seconds it
     *            is asked again; without them, it is asked once
     */
    public static void main(String[] arguments) throws InterruptedException {
        URI address = arguments.length > 0 ? URI.create(arguments[0]) : address(System.getenv());
        Duration patience = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 0);
        if (!isReady(address, patience)) {
            System.err.println("not ready: " + address);
            System.exit(1);
        }
    }

    private static boolean isReady(URI address, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (!isReady(address)) {
            if (System.nanoTime() - start >= patience.toNanos()) {
                return false;
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
        return true;
    }

    /** Where a service with these variables says whether it is ready. */
    static URI address(Map<String, String> environment) {
        String port = environment.getOrDefault("MANAGEMENT_SERVER_PORT",
                environment.getOrDefault("SERVER_PORT", "8080"));
        return URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    }

    private static boolean isReady(URI address) {
        try {
            // No proxy: whatever the machine's settings say, it is this machine that is asked.
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            try {
                return connection.getResponseCode() == READY;
            } finally {
                connection.disconnect();
            }
        } catch (IOException nobodyAnswers) {
            return false;
        }
    }
}
