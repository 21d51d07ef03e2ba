package org.undatacube.registry.hierarchy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.registry.hierarchy.Administrator.NEW;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.OF_GOALS;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.group;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.hierarchy;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.tag;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.seeding.Reseeding;

/** The versions of a hierarchy, each of which is kept. */
@RunningRegistry
class HierarchyVersionsTest {
    @Inject
    Reseeding reseeding;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.hierarchiesFromNothing();
    }

    @Test
    void theVersionSaysWhatAReaderMustExpect() {
        Administrator administrator = Administrator.create();
        Map<String, String> versions = new TreeMap<>();
        administrator.put(OF_GOALS, NEW, hierarchy(false, group("A", "1", "2")));
        for (String body : List.of(
                hierarchy(false, group("A", "1", "2"), group("B", "3")),
                hierarchy(true, group("A", "1", "2"), group("B", "3")),
                hierarchy(true, group("B", "3"), group("A", "1", "2")),
                hierarchy(true, group("B", "3"), group("A", "1", "2:2015-")),
                hierarchy(true, group("B", "3"), group("A", "1", "2:2010-")),
                hierarchy(true, group("B", "3")),
                hierarchy(false, group("B", "3")))) {
            versions.put(administrator.put(OF_GOALS, tag(OF_GOALS), body).path("version"), "");
        }

        assertEquals(
                List.of("1.1.0", "1.2.0", "1.2.1", "2.0.0", "2.1.0", "3.0.0", "4.0.0"), List.copyOf(versions.keySet()));
    }

    @Test
    void twoVersionsCanBeCompared() {
        Administrator administrator = Administrator.create();
        administrator.put(OF_GOALS, NEW, hierarchy(false, group("A", "1", "2"), group("B", "3")));
        administrator.put(OF_GOALS, tag(OF_GOALS), hierarchy(true, group("A", "1", "4:2020-2022"), group("C", "5")));

        given().queryParam("from", "1.0.0")
                .get(OF_GOALS + "/diff")
                .then()
                .statusCode(200)
                .body("from", equalTo("1.0.0"))
                .body("to", equalTo("2.0.0"))
                .body("fields.field", contains("exclusive"))
                .body("added", contains("C"))
                .body("removed", contains("B"))
                .body("changed.group", contains("A"))
                .body("changed[0].membersAdded.code", contains("4"))
                .body("changed[0].membersAdded[0].validTo", equalTo(2022))
                .body("changed[0].membersRemoved.code", contains("2"));
    }

    @Test
    void whatAHierarchySaidAtAnyPastMomentItStillSaysAfterTenChanges() {
        Administrator administrator = Administrator.create();
        Random random = new Random(5);
        Map<Instant, String> said = new TreeMap<>();
        String tag = NEW;
        for (int step = 0; step <= 10; step++) {
            String members = random.ints(1 + random.nextInt(6), 1, 18)
                    .distinct()
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(" "));
            administrator
                    .put(OF_GOALS, tag, hierarchy(false, group("STEP" + step, members.split(" "))))
                    .then()
                    .statusCode(step == 0 ? 201 : 200);
            tag = tag(OF_GOALS);
            said.put(
                    Instant.parse(given().get(OF_GOALS + "/versions").path("[0].madeAt")),
                    given().get(OF_GOALS).asString());
        }

        assertEquals(11, said.size());
        List<Instant> moments = List.copyOf(said.keySet());
        IntStream.range(0, moments.size()).forEach(index -> {
            Instant moment = moments.get(index);
            assertEquals(said.get(moment), asOf(moment));
            if (index > 0) {
                assertEquals(said.get(moments.get(index - 1)), asOf(moment.minusNanos(1000)));
            }
        });
        given().queryParam("asOf", moments.get(3).toString())
                .queryParam("detail", "full")
                .get("/api/v1/code-lists/sdgs/hierarchies")
                .then()
                .body("find { it.id == 'ours' }.groups[0].code", equalTo("STEP3"));
    }

    private static String asOf(Instant moment) {
        return given().queryParam("asOf", moment.toString()).get(OF_GOALS).asString();
    }
}
