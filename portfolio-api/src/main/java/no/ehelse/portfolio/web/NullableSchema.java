package no.ehelse.portfolio.web;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schemas of what may be null. */
final class NullableSchema {

    private NullableSchema() {}

    /** A schema that allows null beside what another one allows; the other one itself where that is possible. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // an enumeration's values are of the schema's own type
    static Schema<?> of(Schema property) {
        Set<String> types = property.getTypes();
        if (types == null) {
            return property.get$ref() == null ? property : new Schema<>().anyOf(List.of(property, nothing()));
        }
        property.addType("null");
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            List<@Nullable Object> values = new ArrayList<>(property.getEnum());
            values.add(null);
            property.setEnum(values);
        }
        return property;
    }

    private static Schema<?> nothing() {
        Schema<?> nothing = new Schema<>();
        nothing.addType("null");
        return nothing;
    }
}
