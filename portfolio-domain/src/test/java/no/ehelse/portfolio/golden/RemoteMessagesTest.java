package no.ehelse.portfolio.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.organisation.OrganisationCommand;
import no.ehelse.portfolio.organisation.OrganisationRejection;
import no.ehelse.portfolio.round.RoundCommand;
import no.ehelse.portfolio.round.RoundRejection;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakRejection;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands, answers and rejections survive a journey over a remote command bus. */
class RemoteMessagesTest {

    private static final Jackson3Serializer BUS = Jackson3Serializer.builder().build();

    static Stream<Object> messages() {
        return Stream.of(MessageSamples.commands(), MessageSamples.rejections(), MessageSamples.answers())
                .flatMap(List::stream);
    }

    static Stream<Object> rejections() {
        return MessageSamples.rejections().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void message_arrives_as_it_was_sent(Object message) {
        SerializedObject<byte[]> travelling = BUS.serialize(message, byte[].class);

        assertThat(BUS.<byte[], Object>deserialize(travelling)).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void rejection_travels_as_details_of_the_exception_and_says_one_sentence(Object rejection) {
        Rejected rejected = new Rejected((Rejection) rejection);

        assertThat(Rejected.in(rejected)).isEqualTo(rejection);
        assertThat(Rejected.in(new CommandExecutionException("elsewhere", null, rejection))).isEqualTo(rejection);
        assertThat(rejected.getMessage()).isEqualTo(((Rejection) rejection).message())
                .endsWith(".")
                .doesNotContain("null]", "Optional", "@");
        assertThat(rejected.getStackTrace()).as("an expected answer needs no stack trace").isEmpty();
    }

    @Test
    void command_that_failed_for_another_reason_carries_no_rejection() {
        assertThat(Rejected.in(new CommandExecutionException("elsewhere", null))).isNull();
        assertThat(Rejected.in(new CommandExecutionException("elsewhere", null, "details"))).isNull();
    }

    @Test
    void samples_are_of_every_type_in_the_catalogues() {
        assertThat(messages().map(Object::getClass).distinct().map(Class::getName).toList()).containsAll(
                Stream.of(AccessRejection.class, TiltakCommand.class, RoundCommand.class, OrganisationCommand.class,
                        TiltakRejection.class,
                        RoundRejection.class, OrganisationRejection.class)
                        .flatMap(catalogue -> Stream.of(Objects.requireNonNull(catalogue.getPermittedSubclasses())))
                        .map(Class::getName)
                        .toList());
    }
}
