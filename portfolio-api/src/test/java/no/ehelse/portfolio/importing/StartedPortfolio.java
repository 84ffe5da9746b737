package no.ehelse.portfolio.importing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.ehelse.portfolio.PortfolioApplication;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.organisation.OrganisationCommand.RegisterOrganisation;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundId;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is delivered, on a store in a folder. */
public final class StartedPortfolio implements AutoCloseable {

    static {
        // As the service's main method does.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    private final ConfigurableApplicationContext context;

    private StartedPortfolio(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static StartedPortfolio on(Path folder, String... arguments) {
        return with(new SpringApplicationBuilder(PortfolioApplication.class), folder, arguments);
    }

    static StartedPortfolio with(SpringApplicationBuilder application, Path folder, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--portfolio.data-dir=" + folder, "--server.port=0"));
        all.addAll(List.of(arguments));
        return new StartedPortfolio(application.run(all.toArray(String[]::new)));
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public Recorded send(Object command) {
        return bean(CommandGateway.class).sendAndWait(command);
    }

    void organisation(String name, String... aliases) {
        send(new RegisterOrganisation(OrganisationId.madeFrom(name), name, OrganisationGroup.OTHER,
                List.of(aliases)));
    }

    void open(String round, LocalDate cutOff) {
        send(new OpenRound(new RoundId(round), "Runde " + round, cutOff, true));
    }

    void closeAndPublish(String round) {
        send(new CloseRound(new RoundId(round)));
        send(new PublishRound(new RoundId(round), null));
    }

    static RoundFile file(String round, String text) {
        return RoundFile.sent(new RoundId(round), text.getBytes(StandardCharsets.UTF_8), false, null,
                Map.of(Provenance.SOURCE, "import"));
    }

    ImportAnswer tryOut(String round, String text) {
        return bean(RoundImport.class).tryOut(file(round, text));
    }

    ImportAnswer carryOut(String round, String text) {
        return bean(RoundImport.class).carryOut(file(round, text));
    }

    /** The whole log in its order. */
    public List<TrackedEventMessage<?>> events() {
        try (Stream<? extends TrackedEventMessage<?>> all = bean(EventStorageEngine.class).readEvents(null, false)) {
            return new ArrayList<>(all.toList());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
