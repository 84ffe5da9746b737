package no.ehelse.portfolio.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import no.ehelse.portfolio.command.InvalidValue;

/** The identity of an organisation for ever, whatever it is called: a slug such as {@code helse-sor-ost-rhf}. */
public record OrganisationId(@JsonValue String value) implements Comparable<OrganisationId> {

    private static final int LONGEST = 100;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * An organisation's identity.
     *
     * @throws InvalidValue unless it is a slug of at most 100 characters
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationId {
        if (value.length() > LONGEST || !SLUG.matcher(value).matches()) {
            throw new InvalidValue("id", "malformed",
                    "id has lower-case letters a–z, digits and single hyphens, at most " + LONGEST + " characters");
        }
    }

    /**
     * The identity made from a name: {@code Helse Sør-Øst RHF} gives {@code helse-sor-ost-rhf}.
     *
     * @throws InvalidValue if the name has neither a letter a–z nor a digit
     */
    public static OrganisationId madeFrom(String name) {
        String latin = name.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "o").replace("å", "a");
        String plain = Normalizer.normalize(latin, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            throw new InvalidValue("id", "missing", "no id can be made from this name; give one");
        }
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST));
        return new OrganisationId(cut.replaceAll("-$", ""));
    }

    /** The identifier of the organisation's aggregate, {@code organisation:helse-sor-ost-rhf}. */
    public String aggregateIdentifier() {
        return "organisation:" + value;
    }

    @Override
    public int compareTo(OrganisationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
