package no.ehelse.portfolio.organisation;

import java.util.Locale;

/** How names of organisations are compared: without regard to letter case and surrounding or repeated space. */
public final class OrganisationName {

    private OrganisationName() {}

    /** The form in which two spellings of one name are equal. */
    public static String folded(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
