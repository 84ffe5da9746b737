package no.ehelse.portfolio.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.discovery.WithoutStore;
import no.ehelse.portfolio.eventstore.CommandFailure;
import no.ehelse.portfolio.eventstore.Conflict;
import no.ehelse.portfolio.eventstore.Outage;
import no.ehelse.portfolio.organisation.OrganisationCommand;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.OrganisationRejection;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundCommand;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundRejection;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.TiltakRejection;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.CommandSerializer;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message as the connector writes it to the wire and reads it again. */
@WithoutStore
class MessagesTest {

    private static final Serializer MESSAGES = Jackson3Serializer.builder().build();
    private static final CommandSerializer WIRE = new CommandSerializer(MESSAGES, new AxonServerConfiguration());
    private static final Facts FACTS = Facts.of(Attribute.NAME, "Språk")
            .with(Attribute.STATUS, Status.GREEN)
            .with(Attribute.RISK, null)
            .with(Attribute.budget(2022), new BigDecimal("4.5"));

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(MessagesTest::records)
                : Stream.of(type);
    }

    static Stream<Class<?>> commands() {
        return Stream.of(TiltakCommand.class, RoundCommand.class, OrganisationCommand.class)
                .flatMap(MessagesTest::records);
    }

    static Stream<Class<?>> rejections() {
        return Stream
                .of(TiltakRejection.class, RoundRejection.class, OrganisationRejection.class, AccessRejection.class)
                .flatMap(MessagesTest::records);
    }

    /** A record of that type, with something in each of its components. */
    private static Object example(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(
                Arrays.stream(components).map(component -> value(component.getGenericType())).toArray());
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(list.getActualTypeArguments()[0] == TiltakNumber.class ? new TiltakNumber(7)
                    : value(list.getActualTypeArguments()[0]));
        }
        Map<Class<?>, Object> examples = Map.ofEntries(Map.entry(TiltakNumber.class, new TiltakNumber(125)),
                Map.entry(Occasion.class,
                        new Occasion(LocalDate.of(2020, 2, 1), "Fordi", new RoundId("2020-10"), true)),
                Map.entry(Facts.class, FACTS), Map.entry(LocalDate.class, LocalDate.of(2020, 1, 15)),
                Map.entry(OrganisationReference.class, new OrganisationReference("Helsedirektoratet")),
                Map.entry(OrganisationId.class, new OrganisationId("helsedirektoratet")),
                Map.entry(RoundId.class, new RoundId("2020-10")), Map.entry(String.class, "Ærlig talt"),
                Map.entry(int.class, 2022), Map.entry(long.class, 4L), Map.entry(boolean.class, true),
                Map.entry(BigDecimal.class, new BigDecimal("4.5")), Map.entry(Comments.class, new Comments("a", "b")),
                Map.entry(FigureName.class, new FigureName("active")),
                Map.entry(FocusAreaCode.class, new FocusAreaCode("A1")), Map.entry(Instant.class, Instant.EPOCH));
        Object example = examples.get(type);
        if (example != null) {
            return example;
        }
        if (type instanceof Class<?> choice && choice.isEnum()) {
            return choice.getEnumConstants()[0];
        }
        throw new AssertionError("no example of " + type);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_arrives_as_it_was_sent(Class<?> type) throws ReflectiveOperationException {
        Object command = example(type);

        assertThat(WIRE.deserialize(WIRE.serialize(GenericCommandMessage.asCommandMessage(command), "key", 0))
                .getPayload()).isEqualTo(command);
    }

    private static CommandResultMessage<Object> returned(CommandResultMessage<?> answer) {
        return WIRE.deserialize(WIRE.serialize(answer, "request"));
    }

    private static CommandExecutionException returned(Exception failure) {
        return (CommandExecutionException) returned(GenericCommandResultMessage.asCommandResultMessage(failure))
                .exceptionResult();
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void a_rejection_comes_back_as_it_was_made(Class<?> type) throws ReflectiveOperationException {
        no.ehelse.portfolio.command.Rejection rejection =
                (no.ehelse.portfolio.command.Rejection) example(type);

        assertThat(Rejected.in(returned(new Rejected(rejection)))).isEqualTo(rejection);
    }

    @Test
    void what_was_recorded_comes_back() {
        Recorded recorded = new Recorded(3, List.of(new Change("status", null, "GREEN")));

        assertThat(returned(GenericCommandResultMessage.asCommandResultMessage(recorded)).getPayload())
                .isEqualTo(recorded);
    }

    @Test
    void a_lost_race_and_an_outage_come_back_as_such() {
        CommandExecutionException lost = returned(new CommandExecutionException("somebody was faster",
                new ConcurrencyException("taken"), CommandFailure.LOST_RACE));
        CommandExecutionException away = returned(
                new CommandExecutionException("gone", null, CommandFailure.STORE_AWAY));
        CommandExecutionException told = returned(new IllegalStateException(
                "OUT_OF_RANGE: [AXONIQ-2000] Invalid sequence number 1 for aggregate tiltak:1, expected 2"));

        assertThat(List.of(Conflict.causes(lost), Outage.causes(lost))).containsExactly(true, false);
        assertThat(List.of(Conflict.causes(away), Outage.causes(away))).containsExactly(false, true);
        assertThat(List.of(Conflict.causes(told), Outage.causes(told))).containsExactly(true, false);
    }

    @Test
    void every_query_is_answered_with_a_record() {
        Set<String> others = new TreeSet<>();
        List<Class<?>> handlers = List.of(no.ehelse.portfolio.audit.AuditQueries.class,
                no.ehelse.portfolio.round.view.report.CorrectionQueries.class,
                no.ehelse.portfolio.round.view.report.ReportQueries.class,
                no.ehelse.portfolio.round.view.reporting.RoundQueries.class,
                no.ehelse.portfolio.tiltak.view.changes.ChangeQueries.class,
                no.ehelse.portfolio.tiltak.view.counts.CountQueries.class,
                no.ehelse.portfolio.tiltak.view.history.HistoryQueries.class,
                no.ehelse.portfolio.tiltak.view.portfolio.PortfolioQueries.class,
                no.ehelse.portfolio.tiltak.view.series.SeriesQueries.class);
        int queries = 0;
        for (Class<?> handler : handlers) {
            for (Method method : handler.getDeclaredMethods()) {
                if (method.isAnnotationPresent(QueryHandler.class)) {
                    queries++;
                    if (!method.getReturnType().isRecord() || !method.getParameterTypes()[0].isRecord()) {
                        others.add(method.toString());
                    }
                }
            }
        }
        assertThat(queries).isGreaterThanOrEqualTo(handlers.size());
        assertThat(others).isEmpty();
    }
}
