package no.ehelse.portfolio.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the whole interface as OpenAPI: what it is called, in which order, and with which examples. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandHeaders.class);
    }

    @Bean
    OpenAPI portfolioApi(List<ParameterType<?>> parameterTypes) {
        SpringDocUtils.getConfig().addSimpleTypesForParameterObject(RoundId.class);
        parameterTypes.forEach(type -> SpringDocUtils.getConfig().addSimpleTypesForParameterObject(type.type()));
        return new OpenAPI().info(new Info().title("Portfolio")
                .version("1")
                .description("The national e-health portfolio: what is in it, what was known about it when, and who "
                        + "changed what and why. Days are valid time, instants are recorded time. Writing needs a "
                        + "user with a role; what is read without one is the operator's choice."))
                .servers(List.of(new Server().url("/")))
                .tags(Stream.of("Tiltak", "Rounds", "Organisations", "Portfolio", "Import", "Audit")
                        .map(name -> new Tag().name(name))
                        .toList())
                .components(new Components().addSchemas("Problem", ProblemDescription.schema())
                        .addSecuritySchemes("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("The users of local mode, the default: office, and those configured."))
                        .addSecuritySchemes("bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Tokens of the configured issuer, where there is one.")))
                .security(List.of(new SecurityRequirement().addList("basic"),
                        new SecurityRequirement().addList("bearer"), new SecurityRequirement()));
    }

    @Bean
    ProblemDescription problemDescription() {
        return new ProblemDescription();
    }

    /** Runs last, over what was generated. */
    @Bean
    OpenApiCustomizer examplesAndOrder(ProblemDescription descriptions) {
        return api -> {
            Map<String, Schema<?>> schemas = new TreeMap<>();
            api.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, schema));
            descriptions.bodies().forEach(body -> describe(schemas.get(body.getSimpleName()), RecordShape.of(body)));
            descriptions.answers().describe(schemas);
            api.getComponents().setSchemas(new LinkedHashMap<>(schemas));
            api.getPaths().values().forEach(path -> path.readOperations().forEach(operation -> {
                if (operation.getRequestBody() != null) {
                    exemplify(operation.getRequestBody().getContent(), schemas);
                }
                operation.getResponses().values().forEach(response -> exemplify(response.getContent(), schemas));
            }));
        };
    }

    private static void exemplify(@Nullable Content content, Map<String, Schema<?>> schemas) {
        for (MediaType media : content == null ? List.<MediaType>of() : content.values()) {
            String reference = media.getSchema() == null ? null : media.getSchema().get$ref();
            Schema<?> schema =
                    reference == null ? null : schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
            if (schema != null && schema.getExample() != null && media.getExamples() == null) {
                media.setExample(schema.getExample());
            }
        }
    }

    /** What is required, and what may be null. */
    private static void describe(@Nullable Schema<?> schema, RecordShape shape) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordShape.Member member : shape.allMembers()) {
            boolean stated = member.raw() == Stated.class;
            if (!member.nullable() && !stated) {
                required.add(member.name());
            }
            Schema<?> property = schema.getProperties().get(member.name());
            if (property != null && (member.nullable() || stated || member.raw() == OrNull.class)) {
                schema.getProperties().put(member.name(), NullableSchema.of(property));
            }
        }
        schema.setRequired(required);
    }
}
