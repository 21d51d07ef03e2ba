import java.net.http.HttpClient;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.CodeListsApi;
import org.openapitools.client.api.CubesApi;
import org.openapitools.client.model.Answer;

/** Asks a running suite with the client that openapi-generator made. */
public final class Smoke {
    private Smoke() {}

    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv("DATACUBE"));
        // a suite without TLS speaks HTTP/1.1
        client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        CubesApi cubes = new CubesApi(client);
        Answer answer = cubes.aggregate(CubesApi.APIAggregateRequest.newBuilder()
                .cube("expense")
                .drilldown("sdg.goal")
                .cut("year:2024")
                .build());
        require(answer.getCells().size() > 10, answer);
        require(answer.getTotal().get("amount").toString().matches("[0-9]+\\.[0-9]{2,}"), answer.getTotal());
        int goals = new CodeListsApi(client)
                .getCodeList(CodeListsApi.APIGetCodeListRequest.newBuilder()
                        ._list("sdgs")
                        .limit("5")
                        .build())
                .getCodes()
                .size();
        require(goals == 5, goals);
        try {
            cubes.aggregate(CubesApi.APIAggregateRequest.newBuilder()
                    .cube("expense")
                    .drilldown("sdg.gaol")
                    .build());
            throw new AssertionError("a level that there is not was answered");
        } catch (ApiException refused) {
            require(refused.getCode() == 400 && refused.getResponseBody().contains("\"nearest\":[\"sdg.goal\"]"), refused);
        }
        System.out.println("asked for totals and a code list, and was told what is wrong with a question");
    }

    private static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
