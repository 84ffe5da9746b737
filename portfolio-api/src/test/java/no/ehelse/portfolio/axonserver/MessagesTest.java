package no.ehelse.portfolio.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.axoniq.axonserver.grpc.ErrorMessage;
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
import no.ehelse.portfolio.round.view.report.FigureValue;
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
import no.ehelse.portfolio.tiltak.view.counts.Counts;
import no.ehelse.portfolio.tiltak.view.portfolio.PortfolioQueries;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.ErrorCode;
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
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

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
    void a_group_comes_back_with_its_keys_in_their_order_and_all_its_digits() {
        String json = """
                {"status":null,"organisation":"Språkrådet","count":3,"share":0.020,"budget":{"2022":\
                {"amount":1234567890123456789.50,"reported":1,"notReported":1,"notAsked":1}}}""";
        Counts.Group group = JsonMapper.shared().readValue(json, Counts.Group.class);

        assertThat(group.keys()).containsEntry("status", null).containsEntry("organisation", "Språkrådet");
        assertThat(JsonMapper.shared().writeValueAsString(group)).isEqualTo(json);
    }

    @Test
    void a_figure_of_each_kind_comes_back() {
        List<FigureValue> figures = List.of(new FigureValue.Numeric(new BigDecimal("12345678901234567890.5")),
                new FigureValue.Tiltak(List.of(7, 125)), new FigureValue.Tiltak(List.of()),
                new FigureValue.Words("1,5 mrd. på øya"), new FigureValue.Unshared(List.of(1), List.of()));

        assertThat(figures).allSatisfy(figure -> assertThat(JsonMapper.shared()
                .readValue(JsonMapper.shared().writeValueAsString(figure), FigureValue.class)).isEqualTo(figure));
        assertThatThrownBy(() -> JsonMapper.shared().readValue("true", FigureValue.class))
                .isInstanceOf(MismatchedInputException.class);
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

    /** What the framework makes of an answer of Axon Server's own. */
    private static Exception answered(String code) {
        return ErrorCode.getFromCode(code)
                .convert(ErrorMessage.newBuilder().setErrorCode(code).setMessage("said by Axon Server").build());
    }

    @Test
    void a_command_that_nobody_answered_is_an_outage_and_one_whose_handler_broke_is_none() {
        CommandExecutionException broken = returned(new CommandExecutionException("a bug",
                new IllegalStateException("a bug"), CommandFailure.BROKEN));

        assertThat(Stream.of("AXONIQ-3001", "AXONIQ-4000", "AXONIQ-4001", "AXONIQ-4002", "AXONIQ-4003"))
                .allMatch(code -> Outage.causes(answered(code)));
        assertThat(List.of(Conflict.causes(broken), Outage.causes(broken))).containsExactly(false, false);
        assertThat(Stream.of("AXONIQ-1000", "AXONIQ-2000", "AXONIQ-5000"))
                .noneMatch(code -> Outage.causes(answered(code)));
    }

    /** Every class that answers queries, so that none is forgotten. */
    private static List<Class<?>> thatAnswerQueries() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("no.ehelse.portfolio")
                .stream()
                .filter(type -> type.getMethods()
                        .stream()
                        .anyMatch(method -> method.isAnnotatedWith(QueryHandler.class)))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** The methods that answer them, one for each. */
    static List<Method> queries() {
        return thatAnswerQueries().stream()
                .flatMap(handler -> Stream.of(handler.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(QueryHandler.class))
                .toList();
    }

    @Test
    void every_query_is_a_record_and_answered_with_one() {
        assertThat(queries()).extracting(Method::getDeclaringClass).contains(PortfolioQueries.class);
        assertThat(queries()).allMatch(method -> method.getReturnType().isRecord())
                .allMatch(method -> method.getParameterTypes()[0].isRecord());
    }
}
