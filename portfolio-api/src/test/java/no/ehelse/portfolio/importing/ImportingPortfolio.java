package no.ehelse.portfolio.importing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.organisation.OrganisationCommand.RegisterOrganisation;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundId;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What tests of imports do with a running service, past HTTP. */
record ImportingPortfolio(RunningPortfolio running) implements AutoCloseable {

    static ImportingPortfolio on(Path folder, String... properties) {
        return new ImportingPortfolio(RunningPortfolio.with(folder, properties));
    }

    static ImportingPortfolio with(SpringApplicationBuilder application, Path folder, String... properties) {
        return new ImportingPortfolio(RunningPortfolio.started(application, folder, List.of(properties)));
    }

    <T> T bean(Class<T> type) {
        return running.bean(type);
    }

    Recorded send(Object command) {
        return running.send(command);
    }

    List<TrackedEventMessage<?>> events() {
        return running.log();
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

    /** What is said of a file that the service itself sends. */
    static final Map<String, String> OURS = provenance();

    private static Map<String, String> provenance() {
        Map<String, String> provenance = new HashMap<>(Provenance.of(Actor.SYSTEM));
        provenance.put(Provenance.SOURCE, "import");
        return provenance;
    }

    static RoundFile file(String round, String text) {
        return RoundFile.sent(new RoundId(round), text.getBytes(StandardCharsets.UTF_8), false, null,
                OURS);
    }

    ImportAnswer tryOut(String round, String text) {
        return bean(RoundImport.class).tryOut(file(round, text));
    }

    ImportAnswer carryOut(String round, String text) {
        return bean(RoundImport.class).carryOut(file(round, text));
    }

    @Override
    public void close() {
        running.close();
    }
}
