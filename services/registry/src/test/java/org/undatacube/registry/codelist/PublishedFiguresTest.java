package org.undatacube.registry.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.registry.ServedLists.meaning;
import static org.undatacube.registry.ServedLists.path;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;
import org.undatacube.registry.SharedData;

/** Every code and name in what the CEB has published has one meaning, valid in its year. */
@RunningRegistry
class PublishedFiguresTest {
    private static final String REVENUE = "ceb-published/revenue_sub_agency.csv";
    private static final String EXPENSES = "ceb-published/expenses_sub_agency.csv";
    private static final String SDGS = "ceb-published/expenses_sdgs.csv";
    private static final String COUNTRIES = "ceb-published/expenses_country_entity_year.csv";
    private static final String CONTRIBUTORS = "ceb-published/revenue_contributor_entity_instrument_year.csv";

    @Test
    void everyEntityIsKnownInItsYear() {
        CodeList entities = ServedLists.read("entities");

        assertValid(entities, REVENUE, "agency", "calendar_year");
        assertValid(entities, REVENUE, "sub_agency", "calendar_year");
        assertValid(entities, EXPENSES, "agency", "calendar_year");
        assertValid(entities, EXPENSES, "sub_agency", "calendar_year");
        assertValid(entities, SDGS, "entity code", "calendar year");
        assertValid(entities, COUNTRIES, "entity", "year");
        assertValid(entities, CONTRIBUTORS, "entity", "year");
    }

    @Test
    void everyAgencyReportsOnItsOwnAndEverySubAgencyWithinIt() {
        CodeList entities = ServedLists.read("entities");
        for (String file : Set.of(REVENUE, EXPENSES)) {
            for (String pair : distinct(file, row -> row.getField("agency") + "\n" + row.getField("sub_agency"))) {
                Code agency = entities.resolve(pair.split("\n", -1)[0]).orElseThrow();
                Code part = entities.resolve(pair.split("\n", -1)[1]).orElseThrow();

                assertEquals("entity", agency.level(), agency.code());
                assertTrue(agency.equals(part) || agency.code().equals(part.parent()), pair);
            }
        }
    }

    @Test
    void everyInstrumentIsValidInTheYearsInWhichItWasReported() {
        assertValid(ServedLists.read("instruments"), REVENUE, "sub_type", "calendar_year");
    }

    @Test
    void everyNameOfAnInstrumentMeansItsCodeOrItsGroup() {
        CodeList instruments = ServedLists.read("instruments");
        for (String names : distinct(
                REVENUE,
                row -> row.getField("sub_type") + "\n" + row.getField("sub_type_name") + "\n"
                        + row.getField("rev_type"))) {
            String[] parts = names.split("\n", -1);
            assertEquals(parts[0].substring(0, 3), meaning(instruments, parts[2]), names);
            // in 2019 some rows of R03F have the name of R03E
            if (!names.startsWith("R03F\nProject")) {
                assertTrue(path(instruments, parts[0]).contains(meaning(instruments, parts[1])), names);
            }
        }
        assertResolves(instruments, CONTRIBUTORS, "instrument_group");
    }

    @Test
    void everyFunctionIsValidInItsYear() {
        assertValid(ServedLists.read("functions"), EXPENSES, "transaction_type", "calendar_year");
    }

    @Test
    void everyGoalAndTargetIsValidInItsYear() {
        CodeList sdgs = ServedLists.read("sdgs");

        assertValid(sdgs, SDGS, "SDG goal", "calendar year");
        assertValid(sdgs, SDGS, "SDG target", "calendar year");
    }

    @Test
    void everyLocationMeansTheSameByCodeAndByName() {
        CodeList locations = ServedLists.read("locations");
        for (String pair : distinct(COUNTRIES, row -> row.getField("iso3") + "\n" + row.getField("country"))) {
            String[] parts = pair.split("\n", -1);
            assertNotNull(meaning(locations, parts[0]), pair);
            assertEquals(meaning(locations, parts[0]), meaning(locations, parts[1]), pair);
        }
        assertResolves(locations, COUNTRIES, "region");
    }

    @Test
    void everyCategoryOfContributorsIsAType() {
        assertValid(ServedLists.read("contributors"), CONTRIBUTORS, "category", "year");
    }

    private static void assertResolves(CodeList list, String file, String column) {
        Set<String> unknown = distinct(file, row -> row.getField(column));
        unknown.removeIf(value -> value.isEmpty() || list.resolve(value).isPresent());
        assertEquals(Set.of(), unknown, file + ": " + column);
    }

    private static void assertValid(CodeList list, String file, String column, String year) {
        Set<String> bad = distinct(file, row -> row.getField(column) + "\n" + row.getField(year));
        bad.removeIf(value -> value.startsWith("\n")
                || list.resolve(value.split("\n", -1)[0])
                        .filter(code -> code.isValidIn(Integer.parseInt(value.split("\n", -1)[1])))
                        .isPresent());
        assertEquals(Set.of(), bad, file + ": " + column);
    }

    private static Set<String> distinct(String file, Function<NamedCsvRecord, String> value) {
        Set<String> values = new TreeSet<>();
        SharedData.rows(file).forEach(row -> values.add(value.apply(row)));
        return values;
    }
}
