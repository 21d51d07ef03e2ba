package org.undatacube.acceptance.observability;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** Logs, traces and metrics of the packaged suite, its logs being written for programs. */
class ObservabilityIT {
    private static final Path OPS = RunningSuite.PROJECT.resolve("ops");
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String QUESTION = "/api/v1/cubes/expense/aggregate?drilldown=sdg.goal";
    private static final Pattern RULE = Pattern.compile("\\n +expr: (\\|\\n((?: {10,}.*\\n)+)|.*)");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Collector collector;
    private static RunningSuite suite;

    @BeforeAll
    static void publishSomething() {
        collector = new Collector();
        suite = RunningSuite.another(Map.of(
                "DATACUBE_LOG", "json",
                "OTEL_EXPORTER_OTLP_ENDPOINT", collector.address(),
                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        Gateway preparer = suite.holderOf("preparer", "UNDP");
        String id = preparer.postJson("/api/v1/submissions", """
                        {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":[{"lines":[
                         {"sdg":"5","amount":"1000.00"},{"sdg":"9.c","amount":"111.11"}]}]}""")
                .require(201)
                .get("id")
                .asText();
        // of which something is found
        preparer.postJson(
                "/api/v1/submissions",
                "{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":["
                        + "{\"sdg\":\"99\",\"amount\":\"1\"}]}]}");
        suite.holderOf("certifier", "UNDP").step(id, "certification").require(200);
        suite.administrator()
                .postJson("/api/v1/editions", Map.of("submissions", List.of(id), "title", "Test"))
                .require(201);
        await().atMost(LONGEST)
                .until(() ->
                        suite.anybody().get(QUESTION).json().path("edition").asInt() == 1);
    }

    @AfterAll
    static void stop() {
        suite.close();
        collector.close();
    }

    @Test
    void namesARequestAlikeInTheLogAndInTheProblemOfTheService() {
        String name = "a-name-of-mine";

        HttpResponse<String> answer = send("/api/v1/submissions/nonsense", Map.of("X-Request-Id", name));

        assertEquals(name, json(answer.body()).get("requestId").asText());
        await().atMost(LONGEST).until(() -> access(name).isPresent());
        JsonNode access = access(name).orElseThrow();
        assertEquals("/api/v1/submissions", access.at("/mdc/route").asText());
        assertEquals(
                Integer.toString(answer.statusCode()), access.at("/mdc/status").asText());
        assertEquals("gateway", access.get("service").asText());
    }

    @Test
    void writesEveryLineOfTheLogsAsJson() {
        for (String service : suite.metrics().keySet()) {
            List<String> lines = suite.log(service).stream()
                    // what the JVM says before any of the service's code
                    .filter(line -> !line.startsWith("WARNING:") && !line.startsWith("NOTE:"))
                    .toList();
            assertFalse(lines.isEmpty());
            lines.forEach(
                    line -> assertEquals(service, json(line).path("service").asText(), line));
        }
    }

    @Test
    void namesWhatTheCubesTakeInAlikeOnBothSides() {
        assertTrue(suite.log("aggregation").stream()
                .anyMatch(line -> line.contains("Took in edition 1") && line.contains("\"requestId\":\"edition-1\"")));
    }

    @Test
    void tracesARequestFromTheGatewayToTheService() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        send(QUESTION, Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        await().atMost(LONGEST)
                .untilAsserted(() -> assertEquals(Set.of("gateway", "aggregation"), collector.servicesOf(trace)));
    }

    @Test
    void tracesWhatTheCubesTakeInFromTheAggregationToContributions() {
        await().atMost(LONGEST).until(() -> collector.traceOf("take in edition").isPresent());
        String trace = collector.traceOf("take in edition").orElseThrow();

        await().atMost(LONGEST)
                .untilAsserted(() -> assertEquals(Set.of("aggregation", "contributions"), collector.servicesOf(trace)));
    }

    @Test
    void exportsEveryMetricOfTheDashboardAndTheAlerts() {
        // so that there is something of everything
        suite.anybody().get(QUESTION);
        suite.anybody().get(QUESTION);
        suite.anybody().get("/api/v1/nothing");
        Set<String> exported = new TreeSet<>(Set.of("up"));
        suite.metrics().values().forEach(page -> exported.addAll(names(page)));

        Set<String> dashboard = named(expressions(json(read(OPS.resolve("grafana/datacube.json")))));
        Set<String> alerts = named(RULE.matcher(read(OPS.resolve("prometheus/alerts.yml")))
                .results()
                .map(rule -> rule.group(2) == null ? rule.group(1) : rule.group(2))
                .toList());

        assertTrue(dashboard.size() > 20, dashboard::toString);
        assertTrue(alerts.size() > 8, alerts::toString);
        assertEquals(Set.of(), missing(dashboard, exported));
        assertEquals(Set.of(), missing(alerts, exported));
    }

    @Test
    void tellsMetricsToNobodyOutside() {
        assertEquals(404, suite.anybody().get("/metrics").status());
    }

    @Test
    void showsPeopleHowItDoes() {
        Answer page = suite.anybody().get("/status");

        assertTrue(page.body().contains("Everything works."), page.body());
        assertTrue(page.body().contains("edition 1"), page.body());
    }

    private static Set<String> missing(Set<String> named, Set<String> exported) {
        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(exported);
        return missing;
    }

    private static Set<String> named(List<String> expressions) {
        return expressions.stream()
                .flatMap(expression -> MetricNames.of(expression).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> expressions(JsonNode dashboard) {
        return Stream.concat(
                        dashboard.findValuesAsText("expr").stream(),
                        Stream.of(dashboard.at("/annotations/list/0/expr").asText()))
                .toList();
    }

    private static Set<String> names(URI page) {
        return send(HttpRequest.newBuilder(page).build())
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    private static Optional<JsonNode> access(String name) {
        return suite.log("gateway").stream()
                .filter(line -> line.contains("org.undatacube.gateway.access") && line.contains(name))
                .map(ObservabilityIT::json)
                .findFirst();
    }

    private static HttpResponse<String> send(String target, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(suite.anybody().address().resolve(target));
        headers.forEach(request::header);
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
