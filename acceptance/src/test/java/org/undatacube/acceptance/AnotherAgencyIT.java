package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** What one agency has not published another can neither read nor change, by whatever path; nor can anybody else. */
class AnotherAgencyIT {
    /** In the draft, its findings, its upload and its report, and nowhere else. */
    private static final String LINE = "UPU-CONFIDENTIAL-7";

    private static final String AMOUNT = "98765432.17";
    private static final String SOURCE = "UPU confidential estimate";
    private static final Set<String> SECRETS = Set.of(LINE, AMOUNT, SOURCE);

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Map<String, Gateway> OTHERS = new LinkedHashMap<>();
    private static Gateway owner;
    private static String draft;
    private static String job;
    private static String upload;
    private static String report;
    private static String workbookReport;
    private static String before;

    @BeforeAll
    static void fillTheOwnersDesk() {
        owner = SUITE.holderOf("preparer", "UPU");
        OTHERS.put("nobody", SUITE.anybody());
        OTHERS.put("another's preparer", SUITE.holderOf("preparer", "WMO"));
        OTHERS.put("another's certifier", SUITE.holderOf("certifier", "WMO"));
        OTHERS.put(
                "another's preparer with a token",
                SUITE.anybody().withKey(RunningSuite.openIdProvider().token("wmo-1", List.of("preparer"), "WMO")));

        String header = "?entity=UPU&year=2024&flow=expense&source=" + SOURCE.replace(" ", "%20");
        String lines = "lineId,function,location,amount\n" + LINE + ",E01,ML," + AMOUNT + "\n" + LINE + "-b,E99,ML,1\n";
        draft = owner.postCsv(SUBMISSIONS + header + "&partial=true", lines)
                .require(201)
                .at("/submission/id")
                .asText();
        report = last(owner.postCsv(SUBMISSIONS + header, lines)
                .problem(422, "submission-rejected")
                .get("report")
                .asText());
        workbookReport = last(owner.send(
                        "POST",
                        SUBMISSIONS + header,
                        WORKBOOK,
                        BodyPublishers.ofByteArray(owner.download("/api/v1/templates/expense")))
                .problem(422, "submission-rejected")
                .get("report")
                .asText());
        job = owner.send(
                        "POST",
                        SUBMISSIONS + header + "&draft=true",
                        Map.of("Prefer", "respond-async"),
                        "text/csv",
                        BodyPublishers.ofString("lineId,function,amount\n" + LINE + ",E01," + AMOUNT + "\n"))
                .require(202)
                .get("id")
                .asText();
        Await.until(
                "the job is done",
                () -> owner.get("/api/v1/jobs/" + job + "/result").status() == 201);
        upload = owner.send(
                        "POST",
                        "/api/v1/uploads",
                        Map.of("Upload-Complete", "?1"),
                        "text/csv",
                        BodyPublishers.ofString("lineId,function,amount\n" + LINE + ",E01," + AMOUNT + "\n"))
                .require(201)
                .get("id")
                .asText();
        before = desk();
    }

    @AfterAll
    static void nothingOfItHasChanged() {
        assertEquals(before, desk());
    }

    /** All that the owner has, as it sees it. */
    private static String desk() {
        Answer submission = owner.get(SUBMISSIONS + "/" + draft);
        return submission.tag()
                + submission.body()
                + owner.get(SUBMISSIONS + "/" + draft + "/lines").body()
                + owner.get(SUBMISSIONS + "/" + draft + "/history").body()
                + owner.get("/api/v1/jobs/" + job).body()
                + owner.get("/api/v1/uploads/" + upload).body();
    }

    @TestFactory
    Stream<DynamicTest> noAddressOfTheOwnersShowsOrChangesAnything() {
        List<Operation> operations = ofTheOwnersThings();
        assertTrue(operations.size() > 30, operations::toString);
        return operations.stream()
                .flatMap(operation -> OTHERS.entrySet().stream()
                        .flatMap(other -> accepts(operation).stream()
                                .map(accept -> dynamicTest(
                                        operation + " as " + accept + " by " + other.getKey(),
                                        () -> refused(operation, ask(other.getValue(), operation, accept))))));
    }

    /** Without this the test above could pass by asking for what is not there. */
    @TestFactory
    Stream<DynamicTest> theOwnerReadsItThere() {
        return ofTheOwnersThings().stream()
                .filter(operation -> operation.method().equals("get"))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    Answer answer = owner.send("GET", address(operation), null, BodyPublishers.noBody());
                    assertFalse(Set.of(401, 403, 404).contains(answer.status()), answer::toString);
                }));
    }

    @Test
    void noListShowsIt() {
        for (Gateway other : OTHERS.values()) {
            for (String list : List.of(
                    SUBMISSIONS + "?limit=200",
                    SUBMISSIONS + "?entity=UPU&limit=200",
                    SUBMISSIONS + "?entity=UPU&status=draft",
                    SUBMISSIONS + "?entity=UPU&year=2024&flow=expense",
                    "/api/v1/audit?limit=1000",
                    "/api/v1/audit?entity=UPU",
                    "/api/v1/audit?submission=" + draft,
                    "/api/v1/editions?limit=200",
                    "/api/v1/cubes/expense/aggregate?drilldown=entity.entity,year&cut=entity:UPU",
                    "/api/v1/cubes/expense/facts?cut=entity:UPU")) {
                Answer answer = other.get(list);
                requireNoSecret(answer);
                assertFalse(answer.body().contains(draft), answer::toString);
            }
        }
    }

    @Test
    void theFeedBetweenTheServicesDoesNotHaveIt() {
        Gateway contributions = SUITE.servicesDirectly().get("contributions");

        Answer feed = contributions.get("/feed?after=0&limit=1000");

        assertEquals(200, feed.status());
        requireNoSecret(feed);
        assertFalse(feed.body().contains(draft), feed::toString);
    }

    @Test
    void anIdempotencyKeyIsItsSendersOwn() {
        Map<String, String> key = Map.of("Idempotency-Key", "shared-" + UUID.randomUUID());
        Map<String, Object> owners = submission("UPU");
        Gateway other = OTHERS.get("another's preparer");
        String first = post(owner, key, owners).require(201).get("id").asText();

        post(other, key, owners).problem(403, "forbidden");
        JsonNode others = post(other, key, submission("WMO")).require(201);

        assertNotEquals(first, others.get("id").asText());
        assertEquals("WMO", others.get("entity").asText());
        assertEquals(first, post(owner, key, owners).require(201).get("id").asText());
    }

    @Test
    void anUploadIsItsSendersOwn() {
        Gateway other = OTHERS.get("another's preparer");
        JsonNode own = post(other, Map.of(), submission("WMO")).require(201);

        Answer whole = other.send(
                "POST",
                SUBMISSIONS + "?upload=" + upload + "&entity=WMO&year=2024&flow=expense",
                null,
                BodyPublishers.noBody());
        Answer part = other.send(
                "POST",
                SUBMISSIONS + "/" + own.get("id").asText() + "/lines?upload=" + upload,
                Map.of("If-Match", "\"1\""),
                null,
                BodyPublishers.noBody());

        whole.problem(404, "not-found");
        part.problem(404, "not-found");
    }

    @Test
    void nobodySubmitsForAnother() {
        OTHERS.forEach((name, other) -> {
            Answer answer = post(other, Map.of(), submission("UPU"));
            assertTrue(Set.of(401, 403).contains(answer.status()), answer::toString);
            Answer dryRun = other.postJson(SUBMISSIONS + "?dryRun=true", submission("UPU"));
            assertTrue(Set.of(401, 403).contains(dryRun.status()), dryRun::toString);
        });
    }

    private static List<Operation> ofTheOwnersThings() {
        return Operation.of(SUITE.anybody().get("/openapi?format=json").require(200)).stream()
                .filter(operation -> address(operation) != null)
                .toList();
    }

    /** The operation's address of the owner's own thing; null where it is about something else. */
    private static String address(Operation operation) {
        Map<String, String> things = Map.of(
                "/api/v1/submissions/{id}", draft,
                "/api/v1/jobs/{id}", job,
                "/api/v1/uploads/{id}", upload,
                "/api/v1/validation-reports/{id}", operation.path().endsWith("/workbook") ? workbookReport : report);
        return things.entrySet().stream()
                .filter(thing -> operation.path().startsWith(thing.getKey()))
                .findFirst()
                .map(thing -> operation
                        .path()
                        .replace("{id}", thing.getValue())
                        .replace("{lineId}", LINE)
                        .replace("{rule}", "TOTAL-JUMP")
                        .replaceAll("\\{(breakdown|part|number)}", "1"))
                .orElse(null);
    }

    /** Every form of the answer, as each may have a way of its own. */
    private static Set<String> accepts(Operation operation) {
        return operation.answers().isEmpty() ? Set.of("*/*") : operation.answers();
    }

    private static Answer ask(Gateway gateway, Operation operation, String accept) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", accept);
        headers.put("If-Match", owner.get(SUBMISSIONS + "/" + draft).tag());
        if (operation.path().startsWith("/api/v1/uploads") && operation.method().equals("patch")) {
            headers.put("Upload-Offset", "0");
            headers.put("Upload-Complete", "?0");
        }
        String type = operation.contentType().orElse(null);
        return gateway.send(
                operation.method().toUpperCase(Locale.ROOT),
                address(operation),
                headers,
                type,
                type == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body(operation)));
    }

    /** What the owner could send there. */
    private static String body(Operation operation) {
        return switch (operation.contentType().orElseThrow()) {
            case "application/merge-patch+json" -> "{\"source\":\"mine\"}";
            case "application/partial-upload" -> "x";
            case "application/json" ->
                operation.path().endsWith("/{lineId}")
                        ? "{\"function\":\"E01\",\"amount\":\"1\"}"
                        : operation.path().endsWith("/explanation") ? "{\"text\":\"mine\"}" : "{\"comment\":\"mine\"}";
            default -> "lineId,function,amount\nX-1,E01,1\n";
        };
    }

    private static void refused(Operation operation, Answer answer) {
        assertTrue(Set.of(401, 403, 404).contains(answer.status()), () -> operation + ": " + answer);
        if (!operation.method().equals("head")) {
            answer.problem(
                    answer.status(),
                    answer.status() == 404 ? "not-found" : answer.status() == 403 ? "forbidden" : "unauthenticated");
        }
        // the answer repeats the address that it was asked at
        String told = answer.body().replace(address(operation), "");
        SECRETS.forEach(secret -> assertFalse(told.contains(secret), answer::toString));
    }

    private static void requireNoSecret(Answer answer) {
        SECRETS.forEach(secret -> assertFalse(answer.body().contains(secret), answer::toString));
    }

    private static Map<String, Object> submission(String entity) {
        return Map.of(
                "entity",
                entity,
                "year",
                2024,
                "flow",
                "expense",
                "breakdowns",
                List.of(Map.of(
                        "dimensions", List.of("sdg"), "lines", List.of(Map.of("sdg", "9", "amount", "1000.00")))));
    }

    private static Answer post(Gateway gateway, Map<String, String> headers, Map<String, Object> submission) {
        return gateway.send(
                "POST",
                SUBMISSIONS,
                headers,
                "application/json",
                BodyPublishers.ofString(new JsonMapper().valueToTree(submission).toString()));
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
