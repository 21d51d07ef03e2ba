package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** Named groups: made in the registry, asked in the cubes. */
class GroupIT {
    private static Gateway gateway;

    @BeforeAll
    static void load() {
        LoadedFigures.sample();
        gateway = RunningSuite.get().anybody();
    }

    @Test
    void aGroupIsAskedForAsSoonAsAnAdministratorHasMadeIt() {
        JsonNode made = RunningSuite.get()
                .administrator()
                .putNew("/api/v1/code-lists/sdgs/hierarchies/our-focus", """
                        {"titles": {"en": "Our focus"}, "groups": [
                         {"code": "NATURE", "label": {"en": "Nature"}, "members": [
                          {"code": "13"}, {"code": "14.1"}, {"code": "15", "validFrom": 2023},
                          {"code": "6", "validTo": 2022}]}]}""")
                .require(201);
        assertEquals("1.0.0", made.get("version").asText());

        Await.until(
                "the cube knows the group",
                () -> gateway.get("/api/v1/cubes/expense/aggregate?cut=sdg:our-focus:NATURE")
                                .status()
                        == 200);

        BigDecimal byCode = List.of("sdg:13;14.1|year:2022..2024", "sdg:15|year:2023..2024", "sdg:6|year:2022").stream()
                .map(cut -> total(gateway.ask("expense", "", cut)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        JsonNode byGroup = gateway.ask("expense", "", "sdg:our-focus:NATURE|year:2022..2024");
        assertTrue(byCode.signum() > 0, byGroup::toString);
        assertEquals(0, byCode.compareTo(total(byGroup)), () -> byCode + " by codes, " + byGroup);
        assertEquals(
                List.of("NATURE"),
                gateway.get("/api/v1/cubes/expense/members/sdg?level=our-focus")
                        .require(200)
                        .findValuesAsText("code"));
    }

    @Test
    void theFivePsAndWhatIsInNoneAddUpToTheTotal() {
        JsonNode answer = gateway.ask("expense", "sdg.five-ps", "year:2024");

        BigDecimal cells = StreamSupport.stream(answer.get("cells").spliterator(), false)
                .map(cell -> new BigDecimal(cell.get("amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(6, answer.get("cells").size(), answer::toString);
        assertEquals(0, cells.compareTo(total(answer)), answer::toString);
        assertTrue(answer.get("notes").isEmpty(), answer::toString);
    }

    private static BigDecimal total(JsonNode answer) {
        return new BigDecimal(answer.get("total").get("amount").asText());
    }
}
