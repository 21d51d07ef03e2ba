package org.undatacube.http.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.undatacube.http.ProblemMappers;
import org.undatacube.http.ProblemType;

/**
 * An answer that is a problem, as an OpenAPI document declares it: a named component that operations refer to.
 *
 * @param headers that it always has, with what they say
 */
public record ProblemAnswer(String name, ProblemType type, String description, Map<String, String> headers) {
    static final String SCHEMA = "Problem";
    private static final Set<String> FRAMEWORKS_WORDS = Set.of("Not Authorized", "Not Allowed");
    /** Which service has it is not known here; the gateway has all of these. */
    private static final String ADDRESS = "/problems/gateway/";

    public ProblemAnswer {
        headers = Map.copyOf(headers);
    }

    public ProblemAnswer(String name, ProblemType type, String description) {
        this(name, type, description, Map.of());
    }

    /** Declares that the operation can have it. What the operation says of it itself stays, and gets the form of a problem. */
    public void addTo(OpenAPI document, Operation operation) {
        addSchema(document);
        String status = Integer.toString(type.status());
        APIResponse own = operation.getResponses().getAPIResponse(status);
        if (own == null || isOfTheFramework(own)) {
            document.getComponents().addResponse(name, response(description));
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
        } else if (own.getRef() == null) {
            complete(document, own);
            completeHeaders(own);
        }
    }

    private static boolean isOfTheFramework(APIResponse own) {
        return own.getDescription() != null && FRAMEWORKS_WORDS.contains(own.getDescription());
    }

    /** Gives an error that an operation declares by itself the form of a problem, unless it has another. */
    static void complete(OpenAPI document, APIResponse own) {
        addSchema(document);
        if (own.getContent() == null) {
            own.setContent(content());
        }
        own.getContent().getMediaTypes().forEach((media, form) -> {
            if (media.equals(ProblemMappers.PROBLEM_JSON) && form.getSchema() == null) {
                form.setSchema(schema());
            }
        });
    }

    private void completeHeaders(APIResponse own) {
        headers.forEach((header, meaning) -> {
            if (own.getHeaders() == null || !own.getHeaders().containsKey(header)) {
                own.addHeader(header, header(meaning));
            }
        });
    }

    private APIResponse response(String words) {
        APIResponse response = OASFactory.createAPIResponse().description(words).content(content());
        response.getContent()
                .getMediaType(ProblemMappers.PROBLEM_JSON)
                .addExample(type.slug(), OASFactory.createExample().value(example()));
        headers.forEach((header, meaning) -> response.addHeader(header, header(meaning)));
        return response;
    }

    private Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", ADDRESS + type.slug());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.explanation());
        return example;
    }

    private static Header header(String meaning) {
        return OASFactory.createHeader().description(meaning).schema(text());
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemMappers.PROBLEM_JSON,
                        OASFactory.createMediaType().schema(schema()));
    }

    private static Schema schema() {
        return OASFactory.createSchema().ref(SCHEMA);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static void addSchema(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSchema(
                        SCHEMA,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("Problem details (RFC 9457). Further members are those of the problem's"
                                        + " kind; its page, at type, explains it.")
                                .addRequired("type")
                                .addRequired("title")
                                .addRequired("status")
                                .addRequired("detail")
                                .addProperty("type", text().description("Address of the page that explains the kind"))
                                .addProperty("title", text().description("The kind in words, always the same"))
                                .addProperty(
                                        "status",
                                        OASFactory.createSchema()
                                                .addType(Schema.SchemaType.INTEGER)
                                                .description("The answer's status"))
                                .addProperty(
                                        "detail", text().description("What is wrong here, and what would be right"))
                                .addProperty("instance", text().description("The path that was asked"))
                                .addProperty(
                                        "requestId", text().description("What the operator's logs call the request")));
    }
}
