package no.ehelse.portfolio.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.core.env.Environment;

/** Asks the service over HTTP, as the office. */
final class Reader {

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;
    private final String authorization = "Basic " + Base64.getEncoder()
            .encodeToString(("office:" + Service.OFFICE_PASSWORD).getBytes(StandardCharsets.UTF_8));

    Reader(Service service) {
        root = "http://localhost:" + service.bean(Environment.class).getRequiredProperty("local.server.port");
    }

    /**
     * Reads an answer to its end.
     *
     * @return how many bytes it has
     */
    long read(String address) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(HttpRequest.newBuilder(URI.create(root + address))
                            .header("Authorization", authorization)
                            .build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new IllegalStateException(
                            address + ": " + answer.statusCode() + " "
                                    + new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
                return body.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
