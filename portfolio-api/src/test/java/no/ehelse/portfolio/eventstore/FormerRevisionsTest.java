package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.round.RoundEvent;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was recorded by earlier versions of the service is read by this one. */
@LogInTablesOnly("It puts an event of a former revision into the table")
class FormerRevisionsTest {

    private static final Path GOLDEN =
            Path.of("..", "portfolio-domain", "src", "test", "resources", "golden").toAbsolutePath();

    private static final String PUBLISHED = "no.ehelse.portfolio.round.RoundEvent$RoundPublished";

    private static byte[] golden(String file) throws IOException {
        return Files.readString(GOLDEN.resolve(file)).strip().getBytes(StandardCharsets.UTF_8);
    }

    /** A golden file as it lies in the store: its name says which type and revision. */
    private static DomainEventData<byte[]> stored(String file) {
        String[] parts = file.substring(0, file.indexOf('.')).split("-", 3);
        String type = Stream.of(TiltakEvent.class, RoundEvent.class, OrganisationEvent.class)
                .flatMap(catalogue -> Stream.of(catalogue.getNestMembers()))
                .filter(member -> member.getSimpleName().equals(parts[0]))
                .map(Class::getName)
                .findFirst()
                .orElseThrow();
        try {
            return new GenericDomainEventEntry<>("Golden", "golden:" + file, 0, file, "2020-10-09T10:00:00Z", type,
                    parts[1], golden(file), "{}".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_golden_file_of_every_revision_is_read_as_an_event(@TempDir Path folder) throws IOException {
        List<String> files;
        try (Stream<Path> golden = Files.list(GOLDEN)) {
            files = golden.map(file -> file.getFileName().toString()).sorted().toList();
        }
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            Configuration axon = portfolio.bean(Configuration.class);

            List<String> read = EventStreamUtils
                    .upcastAndDeserializeDomainEvents(files.stream().map(FormerRevisionsTest::stored),
                            axon.eventSerializer(), axon.upcasterChain())
                    .asStream()
                    .map(event -> event.getIdentifier() + " " + event.getPayload().getClass().getSimpleName())
                    .toList();

            assertThat(read).isEqualTo(
                    files.stream().map(file -> file + " " + file.substring(0, file.indexOf('-'))).toList());
        }
    }

    @Test
    void an_edition_of_revision_1_is_carried_forward_to_one_without_a_witness(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            Configuration axon = portfolio.bean(Configuration.class);

            List<IntermediateEventRepresentation> carried = axon.upcasterChain()
                    .upcast(Stream.of(new InitialEventRepresentation(stored("RoundPublished-1.json"),
                            axon.eventSerializer())))
                    .toList();

            assertThat(carried).singleElement().satisfies(event -> {
                assertThat(event.getType().getName()).isEqualTo(PUBLISHED);
                assertThat(event.getType().getRevision()).isEqualTo("2");
                assertThat(new String(event.getData(byte[].class).getData(), StandardCharsets.UTF_8)).isEqualTo("""
                        {"round":"2020-10","edition":2,"comment":"rettet budsjett","witness":null}""");
            });
        }
    }

    @Test
    void a_store_with_an_edition_of_revision_1_is_served_and_goes_on(@TempDir Path folder) throws IOException {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            portfolio.post("/api/rounds", """
                    {"round": "2020-10", "name": "Oktober", "cutOff": "2020-10-09"}""");
            portfolio.post("/api/rounds/2020-10/closing", "");
            portfolio.bean(JdbcClient.class)
                    .sql("""
                    insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                        time_stamp, payload_type, payload_revision, payload, meta_data)
                    values ('former', 'round:2020-10', 2, 'ReportingRound', '2099-01-01T00:00:00Z', ?, '1', ?, ?)""")
                    .params(PUBLISHED, golden("RoundPublished-1-saying-little.json"),
                            "{}".getBytes(StandardCharsets.UTF_8))
                    .update();
        }

        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(portfolio.bean(EventStore.class)
                    .readEvents("round:2020-10", 2)
                    .asStream()
                    .<Object>map(DomainEventMessage::getPayload)).containsExactly(
                            new RoundPublished(new RoundId("2020-10"), 1, null, null));
            assertThat(portfolio.post("/api/rounds/2020-10/publication", """
                    {"comment": "rettet budsjett"}""")).isEqualTo(new Answer(200, """
                    {"round":"2020-10","state":"PUBLISHED","version":3,"position":4,"changed":true}"""));
            assertThat(portfolio.get("/api/audit?minPosition=4").statusCode()).isEqualTo(200);
            assertThat(portfolio.get("/api/rounds/2020-10").body())
                    .contains("""
                            "editions":[{"edition":1,"publishedAt":"2099-01-01T00:00:00Z","position":3,"comment":null,\
                            "witness":null},{"edition":2,"publishedAt":"2099-01-01T00:00:00Z","position":4,\
                            "comment":"rettet budsjett","witness":{"report":\"""");
            assertThat(portfolio.bean(JdbcClient.class)
                    .sql("select payload_revision from domain_event_entry where event_identifier = 'former'")
                    .query(String.class)
                    .single()).as("the log is never changed").isEqualTo("1");
        }
    }
}
