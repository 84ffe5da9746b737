package no.ehelse.portfolio.command;

import org.jspecify.annotations.Nullable;

/**
 * One attribute's value before and after, each as text: a code's constant, an id, a plain decimal number,
 * {@code true} or {@code false}.
 *
 * @param attribute the attribute's name as in JSON, such as {@code status}, {@code budgets.2020}, {@code inPortfolio}
 * @param before the value before; null: not reported
 * @param after the value after; null: not reported
 */
public record Change(String attribute, @Nullable String before, @Nullable String after) {}
