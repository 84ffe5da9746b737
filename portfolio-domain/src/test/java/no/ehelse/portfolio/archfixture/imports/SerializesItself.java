package no.ehelse.portfolio.archfixture.imports;

import org.axonframework.serialization.Serializer;

/** Breaks the rule on imports: of Axon's serialization only the revision is allowed. */
public class SerializesItself {

    byte[] written(Serializer serializer) {
        return serializer.serialize(this, byte[].class).getData();
    }
}
