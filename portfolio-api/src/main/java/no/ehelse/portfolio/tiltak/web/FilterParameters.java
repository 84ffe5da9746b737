package no.ehelse.portfolio.tiltak.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tiltak are wanted: values of one parameter are alternatives, different parameters must all fit. Every parameter
 * but {@code q} takes {@code NOT_REPORTED} and {@code NOT_ASKED} beside its codes.
 *
 * @param organisation an id, a name or an alias
 * @param focusArea a code such as {@code 1.1}
 * @param q part of the name, or the exact number
 */
public record FilterParameters(List<String> segment, List<String> status, List<String> risk, List<String> phase,
        List<String> activity,
        @Parameter(description = "An id, a name or an alias.") List<String> organisation,
        List<String> organisationGroup,
        @Parameter(description = "A code such as 1.1.") List<String> focusArea,
        @Parameter(description = "Part of the name, or the exact number.") @Nullable String q) {}
