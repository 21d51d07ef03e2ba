package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.contributions.iati.IatiStandard;
import org.undatacube.http.Role;

@QuarkusTest
class IatiTest {
    /** As the service's clock in tests. */
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);

    private static final Set<String> KNOWN_SDGS = Set.of(
            "X00", "1", "1.1", "5", "5.1", "5.2", "5.3", "5.a", "8", "8.1", "8.2", "8.3", "8.4", "8.5", "8.6", "8.7",
            "8.8", "8.9", "8.10");

    @Test
    void tellsExpenseByGoalAndPlace() throws Exception {
        String id = published("UNDP", 2018, "expense", """
                {"lines":[
                  {"sdg":"5.a","location":"ML","function":"E01","amount":"10.125"},
                  {"sdg":"5.a","location":"ML","function":"E02","amount":"0.000000001"},
                  {"sdg":"5.a","location":"ML","function":"E02","amount":"1","basis":"BUD"},
                  {"sdg":"8","location":"NA","function":"E01","amount":"-3"},
                  {"sdg":"X00","location":"2","function":"E01","amount":"4"},
                  {"sdg":"8.10","location":"G&I","function":"E01","amount":"5"}]},
                {"lines":[{"gem":"1","amount":"17.125000001"}]}""");

        String xml = iati(id);

        assertEquals(List.of(), faults(xml));
        XmlPath activity = XmlPath.from(xml).setRootPath("iati-activities.iati-activity");
        assertEquals("XM-DAC-41114-UNDATACUBE-UNDP-2018-EXPENSE", activity.getString("iati-identifier"));
        assertEquals("XM-DAC-41114", activity.getString("reporting-org.@ref"));
        assertEquals(
                List.of("10.125000001 5.a/8 ML", "1 5.a/8 ML", "-3 8/7 NA", "5 8.10/8 001/2", "4 99810/1 002/2"),
                transactions(xml));
        assertTrue(activity.getString("description.narrative")
                .contains("6 lines of the breakdown by function, location, sdg"));
    }

    @Test
    void tellsRevenueByContributor() throws Exception {
        String id = published("UNICEF", 2019, "revenue", """
                {"lines":[{"contributor":"C01A-NOR","instrument":"R01","amount":"7.5"},
                          {"contributor":"C01A-NOR","instrument":"R02A","amount":"2.5"},
                          {"contributor":"C02","instrument":"R01","amount":"-1"}]}""");

        String xml = iati(id);

        assertEquals(List.of(), faults(xml));
        XmlPath activity = XmlPath.from(xml).setRootPath("iati-activities.iati-activity");
        assertEquals(List.of("1", "1"), activity.getList("transaction.transaction-type.@code"));
        assertEquals(List.of("10.0", "-1"), activity.getList("transaction.value"));
        assertEquals(List.of("Norway", "Multilateral"), activity.getList("transaction.provider-org.narrative"));
        assertEquals(List.of("10", "21"), activity.getList("transaction.provider-org.@type"));
        assertEquals(List.of("1", "1", "2", "4"), activity.getList("participating-org.@role"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lines\":[{\"amount\":\"1\"}]}",
                "{\"lines\":[{\"location\":\"Global - Enabling Function\",\"amount\":\"1\"}]}",
                "{\"lines\":[{\"sdg\":\"1.1\",\"amount\":\"0\"}]}",
                "{\"lines\":[{\"contributor\":\"C02\",\"amount\":\"1\"}]}",
                "{\"lines\":[{\"gem\":\"0\",\"amount\":\"1\"}]},{\"lines\":[{\"sdg\":\"1\",\"gem\":\"0\",\"amount\":\"1\"}]}"
            })
    void isAcceptedWhateverTheBreakdownsGive(String breakdowns) throws Exception {
        assertEquals(List.of(), faults(iati(published("WFP", 2020, "expense", breakdowns))));
    }

    @Test
    void isAcceptedForAYearThatIsNotOver() throws Exception {
        String xml = iati(published("WFP", 2025, "expense", "{\"lines\":[{\"sdg\":\"1\",\"amount\":\"1\"}]}"));

        assertEquals(List.of(), faults(xml));
        assertTrue(xml.contains("<activity-status code=\"2\"/>"), xml);
        assertTrue(xml.contains("value-date=\"2025-06-30\""), xml);
    }

    @Test
    void addsUpToWhatWasPublishedOfRealGoals() throws Exception {
        Map<String, List<NamedCsvRecord>> reports = SharedData.rows("ceb-published/expenses_sdgs.csv").stream()
                .filter(row -> KNOWN_SDGS.contains(sdg(row)))
                .filter(row -> Set.of("UNDP", "UN", "UNICEF", "UN Tourism").contains(row.getField("entity code")))
                .collect(Collectors.groupingBy(
                        row -> row.getField("entity code") + ";" + row.getField("calendar year"),
                        TreeMap::new,
                        Collectors.toList()));
        assertFalse(reports.isEmpty());
        for (Map.Entry<String, List<NamedCsvRecord>> report : reports.entrySet()) {
            String entity = report.getKey().split(";", -1)[0];
            int year = Integer.parseInt(report.getKey().split(";", -1)[1]);
            Map<String, BigDecimal> sums = new TreeMap<>();
            List<String> lines = new ArrayList<>();
            for (NamedCsvRecord row : report.getValue()) {
                sums.merge(sdg(row), new BigDecimal(row.getField("amount")), BigDecimal::add);
                lines.add("{\"sdg\":\"%s\",\"amount\":\"%s\"}".formatted(sdg(row), row.getField("amount")));
            }
            // not published: other tests' figures would be judged by these
            Client preparer = preparer(entity);
            String id = submitted(preparer, year, "expense", "{\"lines\":[" + String.join(",", lines) + "]}");

            if (entity.equals("UN Tourism")) {
                // the registry stand-in knows no identifier for it
                preparer.request()
                        .get("/api/v1/submissions/" + id + "/export?format=iati")
                        .then()
                        .statusCode(409);
                continue;
            }
            String xml = iati(preparer.request(), id);
            assertEquals(List.of(), faults(xml), report.getKey());
            XmlPath activity = XmlPath.from(xml).setRootPath("iati-activities.iati-activity");
            List<String> codes = activity.getList("transaction.sector.@code");
            List<String> values = activity.getList("transaction.value");
            Map<String, BigDecimal> told = new TreeMap<>();
            for (int index = 0; index < codes.size(); index++) {
                told.put(
                        codes.get(index).equals("99810") ? "X00" : codes.get(index), new BigDecimal(values.get(index)));
            }
            assertEquals(sums, told, report.getKey());
        }
    }

    @Test
    void refusesAnEntityThatIatiDoesNotKnow() {
        String id = published("UN Tourism", 2012, "expense", "{\"lines\":[{\"amount\":\"1\"}]}");

        given().get("/api/v1/submissions/" + id + "/export?format=iati")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/not-for-iati"))
                .body("entity", equalTo("UN Tourism"));
    }

    @Test
    void tellsTheStandardsOwnFaults() throws Exception {
        String xml = iati(published("WFP", 2021, "expense", "{\"lines\":[{\"sdg\":\"1\",\"amount\":\"1\"}]}"));

        assertEquals(1, faults(xml.replace("<title>", "<title2>")).size());
        assertTrue(faults(xml.replaceFirst("<sector [^>]*/>", "")).toString().contains("6.2.2"));
        assertTrue(faults(xml.replaceFirst("<recipient-region [^>]*/>", ""))
                .toString()
                .contains("3.7.1"));
        assertTrue(faults(xml.replace("2021-12-31", "2031-12-31")).toString().contains("11.2.1"));
        assertTrue(
                faults(xml.replace("code=\"998\"", "code=\"997\"")).toString().contains("997 is not in Region"));
        assertTrue(
                faults(xml.replace(">XM-DAC-41140-", ">XM-DAC-4114")).toString().contains("1.1.21"));
    }

    private static List<String> faults(String xml) throws Exception {
        return new IatiStandard(SharedData.file("iati"), TODAY).faults(xml);
    }

    private static List<String> transactions(String xml) {
        XmlPath activity = XmlPath.from(xml).setRootPath("iati-activities.iati-activity");
        List<String> transactions = new ArrayList<>();
        for (int index = 0; index < activity.getInt("transaction.size()"); index++) {
            String path = "transaction[" + index + "].";
            String country = activity.getString(path + "recipient-country.@code");
            transactions.add(activity.getString(path + "value") + " "
                    + activity.getString(path + "sector.@code") + "/"
                    + activity.getString(path + "sector.@vocabulary") + " "
                    + (country == null
                            ? activity.getString(path + "recipient-region.@code") + "/"
                                    + activity.getString(path + "recipient-region.@vocabulary")
                            : country));
        }
        return transactions;
    }

    private static String sdg(NamedCsvRecord row) {
        String target = row.getField("SDG target");
        return target.isEmpty() ? row.getField("SDG goal") : target;
    }

    private static String iati(String id) {
        return iati(given(), id);
    }

    private static String iati(RequestSpecification request, String id) {
        return request.accept("application/xml")
                .get("/api/v1/submissions/" + id + "/export")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asString();
    }

    private static Client preparer(String entity) {
        return new Client("key-" + entity, Role.PREPARER, entity);
    }

    private static String submitted(Client preparer, int year, String flow, String breakdowns) {
        return preparer.submit("{\"entity\":\"%s\",\"year\":%d,\"flow\":\"%s\",\"breakdowns\":[%s]}"
                .formatted(preparer.entity(), year, flow, breakdowns));
    }

    private static String published(String entity, int year, String flow, String breakdowns) {
        String id = submitted(preparer(entity), year, flow, breakdowns);
        Client.SECRETARIAT.edition(id);
        return id;
    }
}
