package no.ehelse.portfolio.projection;

import java.util.List;
import no.ehelse.portfolio.command.Change;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mapper of everything that the tables hold as JSON. */
public final class Json {

    /** Plain Jackson: ISO days, members in the order of the records. */
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The changes that a column holds. */
    public static List<Change> changes(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    private Json() {}
}
