package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/** What tests wait for at the running service. */
public final class LiveService {
    private static final String CUBE = "/api/v1/cubes/expense";
    public static final String EXPENSE = CUBE + "/aggregate";

    private LiveService() {}

    public static JsonPath health() {
        return given().get("/q/health/ready").jsonPath();
    }

    /** Waits until the total of all expenses in the last edition is this. */
    public static void awaitTotal(String amount) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> amount.equals(given().get(EXPENSE).jsonPath().getString("total.amount")));
    }

    /**
     * Waits until this very sample is asked, with the lists of the sample: another one adds up to the same but has other
     * submissions, and what a test did to the lists may not have been undone yet.
     */
    public static void awaitSample(Upstream upstream) {
        String submission = upstream.published()
                .changes()
                .get(1)
                .publications()
                .get(0)
                .submission()
                .toString();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> given().get(CUBE + "/diff?from=1&to=2")
                        .jsonPath()
                        .getList("submissions.submission")
                        .contains(submission));
        awaitTotal("507.00");
        awaitLists();
    }

    /** Waits until the last edition of this very history is asked. */
    public static void awaitHistory(Published history) {
        EditionChange last = history.changes().get(history.changes().size() - 1);
        EditionChange.Publication publication = last.publications().get(0);
        String diff = "/api/v1/cubes/%s/diff?from=%d&to=%d"
                .formatted(publication.flow().code(), last.edition() - 1, last.edition());
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> given().get(diff)
                        .jsonPath()
                        .getList("submissions.submission")
                        .contains(publication.submission().toString()));
    }

    private static void awaitLists() {
        Set<String> goals = SampleLists.list(Dimension.SDG).codes().stream()
                .filter(code -> code.level().equals("goal"))
                .map(Code::code)
                .collect(Collectors.toSet());
        List<String> hierarchies = SampleLists.hierarchies(Dimension.SDG).stream()
                .map(Hierarchy::id)
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> goals.equals(Set.copyOf(given().get(CUBE + "/members/sdg?level=goal")
                                .jsonPath()
                                .getList("members.code", String.class)))
                        && hierarchies.equals(given().get(CUBE)
                                .jsonPath()
                                .getList("dimensions.find { it.dimension == 'sdg' }.hierarchies.hierarchy")));
    }

    /** What is answered to a question that can be answered. */
    public static ValidatableResponse ask(String query) {
        return request(query).then().statusCode(200);
    }

    /** Asks for expenses; bars and blanks are encoded here. */
    public static Response request(String query) {
        String encoded = query.replace("|", "%7C").replace(" ", "%20");
        return given().urlEncodingEnabled(false).get(LiveService.EXPENSE + (query.isEmpty() ? "" : "?" + encoded));
    }
}
