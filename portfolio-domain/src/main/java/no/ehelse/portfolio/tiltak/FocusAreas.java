package no.ehelse.portfolio.tiltak;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The code list of focus areas and of the upper areas that they belong to. */
public final class FocusAreas {

    /**
     * A focus area that a tiltak can be in.
     *
     * @param nb the Norwegian title
     * @param en the English title
     * @param group the code of its upper area
     */
    public record FocusArea(FocusAreaCode code, String nb, String en, String group) {}

    /** An upper area. */
    public record FocusAreaGroup(String code, String nb, String en) {}

    /** The upper areas by code. */
    public static final List<FocusAreaGroup> GROUPS = List.of(
            new FocusAreaGroup("1", "Digitalisering av arbeidsprosesser", "Digitalisation of work processes"),
            new FocusAreaGroup("2", "Bedre sammenheng i pasientforløp", "Better continuity in patient pathways"),
            new FocusAreaGroup("3", "Bedre bruk av helsedata", "Better use of health data"),
            new FocusAreaGroup("4", "Helsehjelp på nye måter", "Health care in new ways"),
            new FocusAreaGroup("5", "Felles grunnmur for digitale tjenester", "Common foundation for digital services"),
            new FocusAreaGroup("6", "Nasjonal styring av e-helse og økt gjennomføringsevne",
                    "National governance of e-health and greater capacity to deliver"));

    /** The focus areas by code. */
    public static final List<FocusArea> ALL = List.of(
            area("1.1", "Modernisere journal- og samhandlingsløsninger",
                    "Modernise record and collaboration systems"),
            area("1.2", "Digitalisere legemiddelkjeden innenfor hver virksomhet",
                    "Digitalise the medication chain within each organisation"),
            area("2.1", "Sikre planlegging og kontinuitet i ansvarsoverganger",
                    "Ensure planning and continuity when responsibility is handed over"),
            area("2.2", "Dele oppdaterte legemiddelopplysninger", "Share up-to-date medication information"),
            area("3.1", "Bedre behandling med bedre utnyttelse av helsedata",
                    "Better treatment through better use of health data"),
            area("3.2", "Bedre bruk av helsedata til sekundærformål",
                    "Better use of health data for secondary purposes"),
            area("4.1", "Mobilisere innbyggeren som ressurs", "Mobilise the citizen as a resource"),
            area("4.2", "Stimulere til innovasjon", "Stimulate innovation"),
            area("4.3", "Helsehjelp og omsorg på avstand", "Health care at a distance"),
            area("5.1", "Utvikle felles byggeklosser som legger til rette for enhetlig samhandling på tvers",
                    "Develop common building blocks for uniform collaboration"),
            area("5.2", "Helhetlig og effektiv styring og forvaltning av byggeklossene i felles grunnmur",
                    "Coherent and efficient governance of the common building blocks"),
            area("6.3", "Styrke arbeidet med beredskap, informasjonssikkerhet og personvern",
                    "Strengthen preparedness, information security and privacy"));

    private static final Map<FocusAreaCode, FocusArea> BY_CODE = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(FocusArea::code, Function.identity()));

    private FocusAreas() {}

    private static FocusArea area(String code, String nb, String en) {
        return new FocusArea(new FocusAreaCode(code), nb, en, upTo('.', code));
    }

    /** The focus area with that code, or empty where the list has none. */
    public static Optional<FocusArea> find(FocusAreaCode code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The code of the upper area that a focus area's code belongs to: {@code 1} of {@code 1.2}. */
    public static String groupOf(FocusAreaCode code) {
        FocusArea known = BY_CODE.get(code);
        return known == null ? upTo('.', code.value()) : known.group();
    }

    private static String upTo(char end, String text) {
        int place = text.indexOf(end);
        return place < 0 ? text : text.substring(0, place);
    }
}
