package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.UpstreamResource;

@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class ApiDocumentTest {
    /** A reference to nothing breaks the pages and clients that are made from the document. */
    @Test
    void hasWhatItRefersTo() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());

        List<String> references = document.findValuesAsText("$ref");

        assertFalse(references.isEmpty());
        for (String reference : references) {
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
        }
    }
}
