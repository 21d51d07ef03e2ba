package org.undatacube.aggregation.sdmx;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Flow;

/** Whatever is told of data is a message that the official schemas accept. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class DataSchemaTest {
    private static final String CHANGES = "includeHistory=true";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @ParameterizedTest
    @EnumSource(names = {"GENERIC_2_1", "SPECIFIC_2_1", "ML_3_0", "JSON_2_0", "JSON_2_1"})
    void dataAreAcceptedInEveryFormatWhateverIsToldOfThem(DataFormat format) {
        for (Flow flow : Flow.values()) {
            for (String wish : List.of(
                    "detail=full",
                    "detail=dataonly",
                    "detail=serieskeysonly",
                    "detail=nodata",
                    "updatedAfter=2025-01-01T12:00:00Z",
                    CHANGES)) {
                accept(format, flow, wish, false);
                accept(
                        format,
                        flow,
                        wish + "&dimensionAtObservation=AllDimensions",
                        !wish.matches(".*(keys|nodata).*"));
            }
        }
    }

    private static void accept(DataFormat format, Flow flow, String wish, boolean isFlat) {
        Response response = Sdmx.get(Sdmx.V21 + "data/" + flow + "?" + wish + "&format=" + format.word());
        assertEquals(200, response.statusCode(), () -> wish + " " + response.asString());
        assertEquals(format.mediaType(), response.contentType());
        String message = response.asString();
        FlowStructure structure = FlowStructure.of(flow);
        switch (format) {
            case GENERIC_2_1 -> OfficialSchemas.acceptXml("ml21", message);
            case SPECIFIC_2_1 ->
                OfficialSchemas.acceptXml("ml21", message, StructureSchema.of(structure, MlVersion.V2_1, isFlat));
            case ML_3_0 ->
                OfficialSchemas.acceptXml("ml30", message, StructureSchema.of(structure, MlVersion.V3_0, isFlat));
            default -> OfficialSchemas.acceptJson("data", message);
        }
    }

    @ParameterizedTest
    @EnumSource
    void soAreErrors(DataFormat format) {
        for (String address : List.of(
                Sdmx.V21 + "data/NOTHING",
                Sdmx.V21 + "data/EXPENSE/A.B.C",
                Sdmx.V21 + "data/EXPENSE/all/all?startPeriod=%3Cyesterday%3E%07",
                Sdmx.V30 + "data/dataflow/UNDATACUBE/EXPENSE/1.0.0/A.NOBODY",
                Sdmx.V30 + "data/dataflow/UNDATACUBE/EXPENSE?dimensionAtObservation=SDG")) {
            Response error =
                    given().urlEncodingEnabled(false).accept(format.mediaType()).get(address);

            switch (format) {
                case JSON_2_0, JSON_2_1 -> OfficialSchemas.acceptJson("data", error.asString());
                case GENERIC_2_1, SPECIFIC_2_1 -> OfficialSchemas.acceptXml("ml21", error.asString());
                case ML_3_0 -> OfficialSchemas.acceptXml("ml30", error.asString());
                case CSV_2_0 -> OfficialSchemas.acceptXml(address.contains("2.1") ? "ml21" : "ml30", error.asString());
            }
        }
    }
}
