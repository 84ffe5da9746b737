package no.ehelse.portfolio.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What an import does, or did.
 *
 * @param id what its events carry as metadata {@code import}; the same file in the same round has the same one
 * @param layout the name of the file's layout; null: it is none that is known
 * @param rows how many rows the file has
 * @param registered the tiltak that it registers, by number
 * @param changed the tiltak of which it changes something, by number
 * @param unchanged how many rows change nothing
 * @param notListed the tiltak that are in the portfolio on the cut-off, as known before the import, and not in the file
 * @param errors why nothing is recorded; empty: everything is
 */
public record ImportAnswer(@JsonProperty("import") String id, @Nullable String layout, int rows,
        List<Listed> registered, List<Changed> changed, int unchanged, List<Listed> notListed, List<Finding> warnings,
        List<Finding> errors) {

    /**
     * A tiltak of which something changes.
     *
     * @param name what it is called in the file
     */
    public record Changed(TiltakNumber number, String name, List<TypedChange> changes) {}

    /**
     * An attribute's value before and after: a number for a budget, else text; null: not reported.
     */
    public record TypedChange(String attribute, @Nullable Object before, @Nullable Object after) {

        static TypedChange of(Change change) {
            return new TypedChange(change.attribute(), typed(change.attribute(), change.before()),
                    typed(change.attribute(), change.after()));
        }

        private static @Nullable Object typed(String attribute, @Nullable String text) {
            if (text == null) {
                return null;
            }
            return switch (attribute) {
                case Attribute.IN_PORTFOLIO -> Boolean.valueOf(text);
                case String budget when budget.startsWith(Attribute.BUDGETS) -> new BigDecimal(text);
                default -> text;
            };
        }
    }

    /** Copies the lists. */
    public ImportAnswer {
        registered = List.copyOf(registered);
        changed = List.copyOf(changed);
        notListed = List.copyOf(notListed);
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }

    /** Whether nothing is recorded because of errors. */
    @JsonIgnore
    public boolean isRejected() {
        return !errors.isEmpty();
    }

    /** The problem that it is where it is rejected: the same members. */
    ProblemException problem() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("import", id);
        members.put("layout", layout);
        members.put("rows", rows);
        members.put("registered", registered);
        members.put("changed", changed);
        members.put("unchanged", unchanged);
        members.put("notListed", notListed);
        members.put("warnings", warnings);
        members.put("errors", errors);
        return new ProblemException(ProblemCode.IMPORT_REJECTED,
                "Nothing is recorded, because of " + errors.size() + (errors.size() == 1 ? " error." : " errors."),
                members);
    }
}
