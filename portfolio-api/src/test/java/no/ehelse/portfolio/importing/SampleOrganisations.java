package no.ehelse.portfolio.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.OrganisationName;
import no.ehelse.portfolio.organisation.Organisations;

/** The organisations of the sample as a fixture that needs no store. */
final class SampleOrganisations implements Organisations, OrganisationNames {

    private static final Map<String, List<String>> NAMES = Stream.of(
            "Direktoratet for e-helse|Ehelse|E-helse",
            "Helsedirektoratet|Hdir",
            "Folkehelseinstituttet|FHI",
            "Helse Midt-Norge RHF|Helse Midt-Norge",
            "Helse Nord RHF|Helse Nord",
            "Helse Sør-Øst RHF|Helse Sør-Øst",
            "Helse Vest RHF|Helse Vest",
            "Kommunesektorens organisasjon|KS",
            "Norsk helsenett SF|Norsk Helsenet|Norsk helsenett|NHN",
            "Oslo kommune",
            "Helsetjenestens driftsorganisasjon|HDO")
            .map(names -> List.of(names.split("\\|")))
            .collect(Collectors.toMap(List::getFirst, names -> names));

    @Override
    public Optional<OrganisationId> find(String text) {
        return NAMES.entrySet()
                .stream()
                .filter(entry -> entry.getValue()
                        .stream()
                        .anyMatch(name -> OrganisationName.folded(name).equals(OrganisationName.folded(text))))
                .map(entry -> OrganisationId.madeFrom(entry.getKey()))
                .findFirst();
    }

    @Override
    public List<String> all() {
        return NAMES.values().stream().flatMap(List::stream).toList();
    }
}
