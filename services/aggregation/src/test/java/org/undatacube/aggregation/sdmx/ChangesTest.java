package org.undatacube.aggregation.sdmx;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** What editions changed, of the sample: its first is of 2025-01-01, its second of the day after. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class ChangesTest {
    private static final String EXPENSE = Sdmx.V21 + "data/EXPENSE/";
    private static final String BETWEEN = "updatedAfter=2025-01-01T12:00:00Z";
    private static final String GOALS = "A.UNDP._T._T._T.5_1+5_2+X00._T._T";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void whatChangedIsReplacedAndWhatIsGoneDeleted() {
        assertEquals(
                Set.of("R 5_1 2023 110.00", "R 5_1 2024 42.00", "D 5_2 2023 ", "D X00 2023 "),
                Set.copyOf(changes(EXPENSE + GOALS + "?" + BETWEEN)));
    }

    private static List<String> changes(String address) {
        return Sdmx.fields(Sdmx.rows(address), "ACTION", "SDG", "TIME_PERIOD", "OBS_VALUE");
    }

    @Test
    void whatDidNotChangeIsNotTold() {
        assertEquals(
                List.of("R UNDP 2023 110.00", "R UNDP 2024 42.00"),
                Sdmx.fields(
                        Sdmx.rows(EXPENSE + "A.UNDP+WFP._T._T._T._T._T._T?" + BETWEEN),
                        "ACTION",
                        "ENTITY",
                        "TIME_PERIOD",
                        "OBS_VALUE"));
    }

    @Test
    void anObservationWhoseCoverageAloneChangedIsToldWhereCoverageIs() {
        // the figures of Afghanistan did not change, but others reported less for the year
        String key = "A._T._T.AF._T._T._T._T?" + BETWEEN;

        assertEquals(List.of("R 2023 70.00 3 2 465.00"), told(EXPENSE + key));
        Sdmx.get(EXPENSE + key + "&detail=dataonly").then().statusCode(404);
        Sdmx.get(EXPENSE + "A.UN._T.AF._T._T._T._T?" + BETWEEN).then().statusCode(404);
    }

    private static List<String> told(String address) {
        return Sdmx.fields(
                Sdmx.rows(address),
                "ACTION",
                "TIME_PERIOD",
                "OBS_VALUE",
                "ENTITIES_REPORTING",
                "ENTITIES_COVERED",
                "AMOUNT_REPORTED");
    }

    @Test
    void historyHasADataSetForEachEditionAndOneForWhatItTookAway() {
        String sets = "GenericData.DataSet";
        Sdmx.get(EXPENSE + GOALS + "?includeHistory=true")
                .then()
                .statusCode(200)
                .body(sets + ".@action", contains("Replace", "Replace", "Delete"))
                .body(sets + "[0].@validFromDate", equalTo("2025-01-01T00:00:00.123456Z"))
                .body(sets + "[1].@validFromDate", equalTo("2025-01-02T00:00:00.123456Z"))
                .body(sets + "[2].@validToDate", equalTo("2025-01-02T00:00:00.123456Z"))
                .body(sets + "[0].Series.Obs.ObsValue.@value", hasItem("20.250000001"));
        assertEquals(
                Set.of(
                        "R 5_1 2023 100.00",
                        "R 5_2 2023 40.25",
                        "R X00 2023 20.250000001",
                        "R 5_1 2023 110.00",
                        "R 5_1 2024 42.00",
                        "D 5_2 2023 ",
                        "D X00 2023 "),
                Set.copyOf(changes(EXPENSE + GOALS + "?includeHistory=true")));
    }

    @Test
    void historyIsOfEditionsAfterATimeAndUntilAnother() {
        assertEquals(
                changes(EXPENSE + GOALS + "?" + BETWEEN), changes(EXPENSE + GOALS + "?includeHistory=true&" + BETWEEN));
        assertEquals(
                Set.of("R 5_1 2023 100.00", "R 5_2 2023 40.25", "R X00 2023 20.250000001"),
                Set.copyOf(changes(Sdmx.EXPENSE_30 + GOALS + "?includeHistory=true&asOf=2025-01-01T12:00:00Z")));
    }

    @Test
    void historyIsWithoutTheEditionsThatChangedNothingOfIt() {
        assertEquals(
                List.of("2025-01-02T00:00:00.123456Z"),
                Sdmx.fields(Sdmx.rows(Sdmx.V21 + "data/REVENUE/A._T._T._T?includeHistory=true"), "VALID_FROM"));
    }

    @Test
    void whoAppliesTheHistoryHasThePresent() {
        Map<String, List<String>> kept = new HashMap<>();
        for (NamedCsvRecord row : Sdmx.rows(Sdmx.V21 + "data/EXPENSE?includeHistory=true")) {
            String key = String.join(".", row.getFields().subList(3, 12));
            if (row.getField("ACTION").equals("D")) {
                kept.remove(key);
            } else {
                kept.put(key, row.getFields().subList(3, 20));
            }
        }

        Map<String, List<String>> present = new HashMap<>();
        for (NamedCsvRecord row : Sdmx.rows(Sdmx.V21 + "data/EXPENSE")) {
            present.put(
                    String.join(".", row.getFields().subList(3, 12)),
                    row.getFields().subList(3, 20));
        }
        assertEquals(present, kept);
    }

    @Test
    void aTimeBeforeWhichEverythingWasPublishedHasNoChanges() {
        Sdmx.get(EXPENSE + "all?updatedAfter=2025-01-03T00:00:00%2B01:00")
                .then()
                .statusCode(404);
    }
}
