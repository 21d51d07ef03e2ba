package org.undatacube.contributions;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.embeddedpostgresql.PostgreSqlTestResource;

@QuarkusTest
@TestProfile(RegistryAwayTest.WithoutLists.class)
class RegistryAwayTest {

    /** The registry's keys can be had, its lists cannot. */
    public static class WithoutLists implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(PostgreSqlTestResource.class, Map.of("database", "contributions")),
                    new TestResourceEntry(RegistryStandIn.class, Map.of(RegistryStandIn.WITHOUT_LISTS, "true")));
        }
    }

    @Test
    void answersThatItIsUnavailable() {
        Client.UNDP
                .postJson("{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[]}")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/contributions/unavailable"));
    }
}
