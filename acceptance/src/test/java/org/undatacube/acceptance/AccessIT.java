package org.undatacube.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** Every operation that the OpenAPI document names, tried by every kind of caller. */
class AccessIT {
    private static final Set<String> OF_EACH_SERVICE =
            Set.of("/api/v1/code-lists", "/api/v1/submissions", "/api/v1/cubes/{cube}/aggregate");

    private static final List<String> COLUMNS = List.of("preparer", "certifier", "reviewer", "administrator");

    private static List<Operation> operations;
    private static final Map<Caller, Gateway> CALLERS = new LinkedHashMap<>();

    /**
     * @param role null for a caller without credentials
     * @param means a key or a token
     */
    private record Caller(String role, String entity, String means) {
        @Override
        public String toString() {
            return role == null ? "nobody" : role + (entity == null ? "" : " of " + entity) + " with a " + means;
        }
    }

    /** Asks with what surely is not there, so that nothing changes whoever may. */
    private static Answer tryAs(Gateway caller, Operation operation) {
        return caller.send(
                operation.method().toUpperCase(Locale.ROOT),
                operation.path().replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000"),
                operation.contentType().orElse(null),
                operation.contentType().isPresent() ? BodyPublishers.ofString("?") : BodyPublishers.noBody());
    }

    @BeforeAll
    static void readTheDocumentAndMakeKeys() {
        RunningSuite suite = RunningSuite.get();
        // a service may be up sooner than its document is in the gateway's
        operations = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Operation.of(
                                suite.anybody().get("/openapi?format=json").require(200)),
                        AccessIT::isOfAllServices);
        CALLERS.put(new Caller(null, null, null), suite.anybody());
        for (Role role : List.of(
                new Role("preparer", "UNDP"),
                new Role("preparer", "WFP"),
                new Role("certifier", "UNDP"),
                new Role("reviewer", null),
                new Role("administrator", null))) {
            String token = RunningSuite.openIdProvider().token("walker", List.of(role.name()), role.entity());
            CALLERS.put(
                    new Caller(role.name(), role.entity(), "token"),
                    suite.anybody().withKey(token));
            CALLERS.put(new Caller(role.name(), role.entity(), "key"), suite.holderOf(role.name(), role.entity()));
        }
    }

    private record Role(String name, String entity) {}

    private static boolean isOfAllServices(List<Operation> operations) {
        Set<String> paths = operations.stream().map(Operation::path).collect(Collectors.toSet());
        return paths.containsAll(OF_EACH_SERVICE);
    }

    @Test
    void theDocumentNamesTheWritesAndWhoMay() {
        Map<String, Set<String>> restricted = new LinkedHashMap<>();
        operations.stream()
                .filter(operation -> operation.roles().isPresent())
                .forEach(operation ->
                        restricted.put(operation.toString(), operation.roles().get()));

        assertEquals(Set.of("preparer", "reviewer", "administrator"), restricted.get("post /api/v1/submissions"));
        assertEquals(Set.of("reviewer", "administrator"), restricted.get("post /api/v1/editions"));
        Set<String> certifiers = Set.of("certifier", "reviewer", "administrator");
        assertEquals(certifiers, restricted.get("post /api/v1/submissions/{id}/certification"));
        assertEquals(certifiers, restricted.get("post /api/v1/submissions/{id}/return"));
        assertEquals(
                Set.of("preparer", "reviewer", "administrator"),
                restricted.get("post /api/v1/submissions/{id}/validation"));
        assertEquals(
                Set.of("preparer", "certifier", "reviewer", "administrator"),
                restricted.get("post /api/v1/submissions/{id}/withdrawal"));
        assertEquals(Set.of("administrator"), restricted.get("put /api/v1/reporting-windows/{year}"));
        assertEquals(
                Set.of("administrator"), restricted.get("put /api/v1/reporting-windows/{year}/extensions/{entity}"));
        assertEquals(Set.of("reviewer", "administrator"), restricted.get("get /api/v1/audit/verify"));
        assertEquals(Set.of("administrator"), restricted.get("post /api/v1/api-keys"));
        assertEquals(Set.of("administrator"), restricted.get("post /api/v1/api-keys/{id}/rotation"));
        assertEquals(Set.of("administrator"), restricted.get("post /api/v1/signing-keys"));
        assertEquals(Set.of("administrator"), restricted.get("post /api/v1/code-lists/{list}/imports"));
        assertEquals(Set.of("administrator"), restricted.get("post /api/v1/exchange-rates/imports"));
        String requests = "/api/v1/code-lists/contributors/requests";
        assertEquals(Set.of("preparer", "certifier"), restricted.get("post " + requests));
        assertEquals(Set.of("preparer", "certifier"), restricted.get("post " + requests + "/{id}/withdrawal"));
        assertEquals(Set.of("reviewer", "administrator"), restricted.get("post " + requests + "/{id}/decision"));
        assertEquals(Set.of("preparer", "certifier", "reviewer", "administrator"), restricted.get("get " + requests));
        // resolving and adding up ask with a body and write nothing; whoever asks may cite, and who knows the address
        // of an
        // answer that is made for him may let go of it
        assertEquals(
                Set.of(
                        "post /api/v1/code-lists/{list}/resolve",
                        "post /api/v1/cubes/{cube}/aggregate",
                        "post /api/v1/citations",
                        "delete /api/v1/answers/{id}"),
                operations.stream()
                        .filter(operation -> operation.roles().isEmpty()
                                && !Set.of("get", "head", "options").contains(operation.method()))
                        .map(Object::toString)
                        .collect(Collectors.toSet()),
                "writes that are open to everybody");
    }

    @Test
    void whatServicesSayToEachOtherIsNotReached() {
        Gateway administrator = RunningSuite.get().administrator();

        administrator.get("/feed?after=0&limit=1").problem(404, "not-found");
        administrator.get("/feed/editions/1/lines").problem(404, "not-found");
        administrator.postJson("/identity/tokens", "{\"key\":\"udc_x\"}").problem(404, "not-found");
        administrator.get("/identity/jwks").problem(404, "not-found");
    }

    @TestFactory
    Stream<DynamicTest> onlyThoseWhoMayGetThrough() {
        return operations.stream()
                .flatMap(operation -> CALLERS.entrySet().stream()
                        .map(caller -> dynamicTest(
                                operation + " by " + caller.getKey(),
                                () -> check(operation, caller.getKey(), tryAs(caller.getValue(), operation)))));
    }

    private static void check(Operation operation, Caller caller, Answer answer) {
        boolean isOpen = operation.roles().isEmpty();
        if (!isOpen && caller.role() == null) {
            requireProblem(operation, answer, 401, "unauthenticated");
        } else if (!isOpen && !operation.roles().get().contains(caller.role())) {
            requireProblem(operation, answer, 403, "forbidden");
        } else {
            assertFalse(Set.of(401, 403).contains(answer.status()), answer::toString);
            assertTrue(answer.status() < 500, answer::toString);
        }
    }

    /** The answer to a HEAD has the status of a GET, and no body. */
    private static void requireProblem(Operation operation, Answer answer, int status, String slug) {
        if (operation.method().equals("head")) {
            assertEquals(status, answer.status());
        } else {
            answer.problem(status, slug);
        }
    }

    /** The whole table of docs/access.md, so that it says what is true. */
    @Test
    void theDocsSayWhoMay() throws IOException {
        Path docs = RunningSuite.PROJECT.resolve("docs/access.md");
        List<String> documented = Files.readAllLines(docs).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> rows = operations.stream()
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .map(AccessIT::row)
                .toList();
        Path right = Files.write(Path.of("target", "access-table.md"), rows);

        assertEquals(rows, documented, docs + " should have the rows of " + right.toAbsolutePath());
    }

    private static String row(Operation operation) {
        return "| `" + operation.method().toUpperCase(Locale.ROOT) + " " + operation.path() + "` | "
                + COLUMNS.stream()
                        .map(role -> operation
                                        .roles()
                                        .map(roles -> roles.contains(role))
                                        .orElse(true)
                                ? "x"
                                : " ")
                        .collect(Collectors.joining(" | ", operation.roles().isEmpty() ? "x | " : "  | ", " |"));
    }
}
