package org.undatacube.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Gives what the annotations say the form that readers of the document, and its linter, expect. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public final class CompleteDocument implements OASFilter {
    /** An operation's member with the roles of which a key needs one. */
    public static final String ROLES = "x-roles";

    /** Stands before an example that is lines of JSON; the framework would read the first line and drop the others. */
    public static final String LINES = "lines:\n";

    private static final String LINES_OF_JSON = "application/x-ndjson";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getTags() != null) {
            document.setTags(document.getTags().stream()
                    .sorted(Comparator.comparing(Tag::getName, String.CASE_INSENSITIVE_ORDER))
                    .toList());
        }
        Optional.ofNullable(document.getComponents())
                .flatMap(components -> Optional.ofNullable(components.getSchemas()))
                .ifPresent(schemas -> schemas.values().forEach(CompleteDocument::leaveChoiceOpen));
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().values().forEach(item -> {
            // the framework's own, beside those of an operation with a method that OpenAPI does not know
            item.setParameters(null);
            item.getOperations().values().forEach(CompleteDocument::complete);
        });
    }

    /** What is one of several, or is described elsewhere, is not what its Java type would be. */
    private static void leaveChoiceOpen(Schema schema) {
        if (schema.getRef() != null) {
            // what is referred to says it
            schema.setType(null);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(CompleteDocument::leaveChoiceOpen);
        }
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
            schema.setType(null);
        }
    }

    private static void complete(Operation operation) {
        sayRoles(operation);
        Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(List::stream)
                .forEach(CompleteDocument::onlyShowExample);
        contents(operation).forEach(CompleteDocument::restoreLines);
    }

    /** A bearer token has no scopes that it could be asked for; which roles may is said beside. */
    private static void sayRoles(Operation operation) {
        Set<String> roles = new LinkedHashSet<>();
        List<SecurityRequirement> requirements = new ArrayList<>();
        for (SecurityRequirement requirement :
                Optional.ofNullable(operation.getSecurity()).orElse(List.of())) {
            SecurityRequirement plain = OASFactory.createSecurityRequirement();
            requirement.getSchemes().forEach((scheme, needed) -> {
                roles.addAll(needed);
                plain.addScheme(scheme);
            });
            requirements.add(plain);
        }
        if (!requirements.isEmpty()) {
            operation.setSecurity(requirements);
        }
        if (!roles.isEmpty()) {
            operation.addExtension(ROLES, List.copyOf(roles));
            String words = "Needs a key with one of the roles " + String.join(", ", roles) + ".";
            operation.setDescription(
                    Stream.of(Optional.ofNullable(operation.getDescription()).orElse(""), words)
                            .filter(part -> !part.isBlank())
                            .reduce((some, more) -> some.strip() + " " + more)
                            .orElse(words));
        }
    }

    /** A page to try things out sends what is an example of a parameter, though examples of all do not make one question. */
    private static void onlyShowExample(Parameter parameter) {
        if (!Boolean.TRUE.equals(parameter.getRequired()) && parameter.getExample() != null) {
            if (parameter.getSchema() == null) {
                parameter.setSchema(OASFactory.createSchema());
            }
            parameter.getSchema().setExamples(List.of(parameter.getExample()));
            parameter.setExample(null);
        }
    }

    private static Stream<Content> contents(Operation operation) {
        return Stream.concat(
                Optional.ofNullable(operation.getRequestBody()).map(body -> body.getContent()).stream(),
                operation.getResponses().getAPIResponses().values().stream()
                        .flatMap(answer -> Optional.ofNullable(answer.getContent()).stream()));
    }

    private static void restoreLines(Content content) {
        MediaType lines = content.getMediaType(LINES_OF_JSON);
        if (lines == null || lines.getExamples() == null) {
            return;
        }
        for (Example example : lines.getExamples().values()) {
            if (example.getValue() instanceof String text && text.startsWith(LINES)) {
                example.setValue(text.substring(LINES.length()));
            }
        }
    }
}
