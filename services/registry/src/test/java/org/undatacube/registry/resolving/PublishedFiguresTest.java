package org.undatacube.registry.resolving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;
import org.undatacube.registry.SharedData;
import org.undatacube.registry.seeding.Reseeding;

/** Every code and name in what the CEB has published resolves to one code that is valid in its year. */
@RunningRegistry
@TestInstance(Lifecycle.PER_CLASS)
class PublishedFiguresTest {
    private static final String REVENUE = "ceb-published/revenue_sub_agency.csv";
    private static final String EXPENSES = "ceb-published/expenses_sub_agency.csv";
    private static final String SDGS = "ceb-published/expenses_sdgs.csv";
    private static final String COUNTRIES = "ceb-published/expenses_country_entity_year.csv";
    private static final String CONTRIBUTORS = "ceb-published/revenue_contributor_entity_instrument_year.csv";

    @Inject
    Reseeding reseeding;

    @BeforeAll
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
    }

    @Test
    void everyEntityIsKnownInItsYear() {
        assertValid("entities", REVENUE, "agency", "calendar_year");
        assertValid("entities", REVENUE, "sub_agency", "calendar_year");
        assertValid("entities", EXPENSES, "agency", "calendar_year");
        assertValid("entities", EXPENSES, "sub_agency", "calendar_year");
        assertValid("entities", SDGS, "entity code", "calendar year");
        assertValid("entities", COUNTRIES, "entity", "year");
        assertValid("entities", CONTRIBUTORS, "entity", "year");
    }

    @Test
    void everyAgencyReportsOnItsOwnAndEverySubAgencyWithinIt() {
        CodeList entities = ServedLists.read("entities");
        for (String file : Set.of(REVENUE, EXPENSES)) {
            Map<String, String> agencies = codes("entities", Map.of(), file, "agency");
            Map<String, String> parts = codes("entities", Map.of(), file, "sub_agency");
            for (List<String> pair : distinct(file, "agency", "sub_agency")) {
                Code agency = entities.find(agencies.get(pair.get(0))).orElseThrow();
                Code part = entities.find(parts.get(pair.get(1))).orElseThrow();

                assertEquals("entity", agency.level(), agency.code());
                assertTrue(agency.equals(part) || agency.code().equals(part.parent()), pair.toString());
            }
        }
    }

    @Test
    void everyInstrumentIsValidInTheYearsInWhichItWasReported() {
        assertValid("instruments", REVENUE, "sub_type", "calendar_year");
    }

    @Test
    void everyNameOfAnInstrumentMeansItsCodeOrItsGroup() {
        CodeList instruments = ServedLists.read("instruments");
        Map<String, String> names = codes("instruments", Map.of(), REVENUE, "sub_type_name");
        Map<String, String> groups = codes("instruments", Map.of(), REVENUE, "rev_type");
        for (List<String> row : distinct(REVENUE, "sub_type", "sub_type_name", "rev_type")) {
            String instrument = row.get(0);
            assertEquals(instrument.substring(0, 3), groups.get(row.get(2)), row.toString());
            // in 2019 some rows of R03F have the name of R03E
            if (!(instrument.equals("R03F") && row.get(1).startsWith("Project"))) {
                assertTrue(ServedLists.path(instruments, instrument).contains(names.get(row.get(1))), row.toString());
            }
        }
        assertKnown("instruments", Map.of(), CONTRIBUTORS, "instrument_group");
    }

    @Test
    void everyFunctionIsValidInItsYear() {
        assertValid("functions", EXPENSES, "transaction_type", "calendar_year");
    }

    @Test
    void everyGoalAndTargetIsValidInItsYear() {
        assertValid("sdgs", SDGS, "SDG goal", "calendar year");
        assertValid("sdgs", SDGS, "SDG target", "calendar year");
    }

    @Test
    void everyLocationMeansTheSameByCodeAndByName() {
        assertValid("locations", COUNTRIES, "iso3", "year");
        assertValid("locations", COUNTRIES, "country", "year");
        assertValid("locations", COUNTRIES, "region", "year");
        Map<String, String> byCode = codes("locations", Map.of(), COUNTRIES, "iso3");
        Map<String, String> byName = codes("locations", Map.of(), COUNTRIES, "country");
        for (List<String> row : distinct(COUNTRIES, "iso3", "country")) {
            assertEquals(byCode.get(row.get(0)), byName.get(row.get(1)), row.toString());
        }
    }

    @Test
    void everyCategoryOfContributorsIsAType() {
        assertValid("contributors", Map.of("level", "type"), CONTRIBUTORS, "category", "year");
    }

    @Test
    void everyContributorIsKnownButThoseThatStandForManyOrForNone() {
        Set<String> unknown = values(CONTRIBUTORS, "contributor");
        unknown.removeAll(codes("contributors", Map.of("level", "contributor"), CONTRIBUTORS, "contributor")
                .keySet());

        // docs/code-lists.md says why
        assertEquals(
                Set.of(
                        "JUNIOR PROFESSIONAL OFFICERS PROGRAMME",
                        "Miscellaneous",
                        "Other Academic",
                        "Other European Union",
                        "Other Multilateral - Global Funds",
                        "Other Multilateral - IFIs",
                        "Other Multilateral - Other",
                        "Other Multilateral - UN Orgs",
                        "Other Multilateral - UN Pooled Funds",
                        "Other NGOs",
                        "Other Private",
                        "Other Private Sector",
                        "Other Public Private Partnership",
                        "Revenue from Activities",
                        "UNDP (as donor)",
                        "UNDP Administered Trust Funds",
                        "USA National Committee",
                        "Unattributed",
                        "United Nations",
                        "United States of America National commission"),
                unknown);
    }

    private static void assertKnown(String list, Map<String, String> parameters, String file, String column) {
        Set<String> unknown = values(file, column);
        unknown.removeAll(codes(list, parameters, file, column).keySet());
        assertEquals(Set.of(), unknown, file + ": " + column);
    }

    private static void assertValid(String list, String file, String column, String year) {
        assertValid(list, Map.of(), file, column, year);
    }

    private static void assertValid(
            String list, Map<String, String> parameters, String file, String column, String year) {
        List<Map<String, Object>> values = distinct(file, column, year).stream()
                .filter(row -> !row.get(0).isEmpty())
                .map(row -> Resolved.in(Integer.parseInt(row.get(1)), row.get(0)))
                .toList();
        List<Map<String, Object>> bad = Resolved.values(list, parameters, values).stream()
                .filter(result -> !Boolean.TRUE.equals(result.get("validInYear")))
                .toList();
        assertEquals(List.of(), bad, file + ": " + column);
    }

    private static Map<String, String> codes(String list, Map<String, String> parameters, String file, String column) {
        return Resolved.codes(list, parameters, new ArrayList<>(values(file, column)));
    }

    private static Set<String> values(String file, String column) {
        return distinct(file, column).stream()
                .map(row -> row.get(0))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<List<String>> distinct(String file, String... columns) {
        Function<NamedCsvRecord, List<String>> fields =
                row -> List.of(columns).stream().map(row::getField).toList();
        return SharedData.rows(file).stream().map(fields).distinct().toList();
    }
}
