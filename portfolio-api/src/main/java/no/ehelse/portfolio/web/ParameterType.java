package no.ehelse.portfolio.web;

import java.util.function.Function;

/**
 * How a type of parameters is read; declared as a bean where {@link ParameterReader} does not know the type by itself.
 *
 * <pre>{@code
 * @Bean
 * ParameterType<KnownAt> knownAt(Clock clock) {
 *     return new ParameterType<>(KnownAt.class, text -> KnownAt.parse(text, clock));
 * }
 * }</pre>
 *
 * @param reader the value of a text; throws {@link no.ehelse.portfolio.command.InvalidValue} where it is none. Its field
 *            does not matter: the name of the parameter takes its place
 */
public record ParameterType<T>(Class<T> type, Function<String, T> reader) {}
