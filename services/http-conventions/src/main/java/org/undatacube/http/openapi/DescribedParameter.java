package org.undatacube.http.openapi;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What a parameter means at all addresses that begin alike, so that it is said once.
 *
 * @param prefix of the addresses' templates
 */
public record DescribedParameter(String prefix, String name, String description, String example) {

    /** Describes the parameters of a document that do not say themselves what they mean, or show no example. */
    public static void describe(OpenAPI document, List<DescribedParameter> described) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> described.stream()
                                .filter(parameter -> path.startsWith(parameter.prefix))
                                .forEach(parameter -> parameter.describe(operation))));
    }

    private void describe(Operation operation) {
        Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(List::stream)
                .filter(parameter -> name.equals(parameter.getName()))
                .forEach(this::complete);
    }

    private void complete(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
        boolean showsNone =
                parameter.getSchema() == null || parameter.getSchema().getExamples() == null;
        if (parameter.getExample() == null && showsNone) {
            parameter.setExample(example);
        }
    }
}
