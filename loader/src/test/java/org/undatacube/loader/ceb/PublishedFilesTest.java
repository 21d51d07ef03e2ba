package org.undatacube.loader.ceb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.CodeList;
import org.undatacube.loader.suite.Submission;

/** The three raw files as they were published in August 2026. */
class PublishedFilesTest {

    @Test
    void keepsEveryRowOfTheRevenueFile() throws Exception {
        Conversion conversion = convert(new RevenueTable(), "revenue_sub_agency.csv", PublishedLists.instruments());

        assertEquals(35_854, conversion.read().overall().count());
        assertEquals(35_853, lines(conversion));
        assertEquals(
                List.of(35_847L),
                conversion.findings().of(Rule.Severity.SKIP).stream()
                        .map(Finding::row)
                        .toList());
        assertEquals(
                Map.of(
                        Rule.BYTE_ORDER_MARK, 1L,
                        Rule.DASH_IS_ZERO, 135L,
                        Rule.NEGATIVE_AMOUNT, 1_673L,
                        Rule.BEYOND_CENTS, 0L,
                        Rule.REPEATED_ROW, 8_359L,
                        Rule.CODE_ALIAS, 7L,
                        Rule.NAME_CONTRADICTS_CODE, 8L,
                        Rule.AMOUNT_MISSING, 1L),
                counts(
                        conversion,
                        Rule.BYTE_ORDER_MARK,
                        Rule.DASH_IS_ZERO,
                        Rule.NEGATIVE_AMOUNT,
                        Rule.BEYOND_CENTS,
                        Rule.REPEATED_ROW,
                        Rule.CODE_ALIAS,
                        Rule.NAME_CONTRADICTS_CODE,
                        Rule.AMOUNT_MISSING));
        assertEquals(expectedTotals("revenue_by_year_instrument.csv"), totalsToTheCent(conversion, 2022));
    }

    @Test
    void keepsEveryRowOfTheExpenseFile() throws Exception {
        Conversion conversion = convert(new ExpenseTable(), "expenses_sub_agency.csv", PublishedLists.functions());

        assertEquals(36_380, conversion.read().overall().count());
        assertEquals(36_380, lines(conversion));
        assertEquals(
                Map.of(Rule.NEGATIVE_AMOUNT, 939L, Rule.REPEATED_ROW, 2_799L, Rule.CODE_ALIAS, 2L),
                counts(conversion, Rule.NEGATIVE_AMOUNT, Rule.REPEATED_ROW, Rule.CODE_ALIAS));
        assertEquals(
                new BigDecimal("66039034290.40380059"),
                conversion.read().of(2024).amount());
        assertEquals(expectedTotals("expenses_by_year_function.csv"), totalsToTheCent(conversion, 2022));
    }

    @Test
    void keepsEveryRowOfTheSdgFile() throws Exception {
        Conversion conversion = convert(new SdgTable(), "expenses_sdgs.csv", PublishedLists.sdgs());

        assertEquals(6_509, conversion.read().overall().count());
        assertEquals(6_509, lines(conversion));
        assertEquals(
                Map.of(
                        Rule.TARGET_OUTSIDE_GOAL, 39L,
                        Rule.TARGET_IS_GOAL, 18L,
                        Rule.TARGET_MAY_BE_DAMAGED, 70L,
                        Rule.INDICATOR_NOT_HELD, 2L,
                        Rule.BASIS_SPELLING, 104L,
                        Rule.CODE_ALIAS, 19L,
                        Rule.NEGATIVE_AMOUNT, 20L),
                counts(
                        conversion,
                        Rule.TARGET_OUTSIDE_GOAL,
                        Rule.TARGET_IS_GOAL,
                        Rule.TARGET_MAY_BE_DAMAGED,
                        Rule.INDICATOR_NOT_HELD,
                        Rule.BASIS_SPELLING,
                        Rule.CODE_ALIAS,
                        Rule.NEGATIVE_AMOUNT));
        assertEquals(expectedTotals("expenses_by_sdg_year.csv"), totalsToTheCent(conversion, 2022));
    }

    private static Conversion convert(CebTable table, String name, CodeList codes) throws Exception {
        Conversion conversion = new CebFile(table, PublishedLists.entities(), codes)
                .convert(PublishedFiles.find("ceb-published/" + name));
        assertEquals(List.of(), conversion.findings().of(Rule.Severity.REJECT));
        return conversion;
    }

    private static long lines(Conversion conversion) {
        return conversion.submissions().stream()
                .mapToLong(submission -> submission.breakdowns().get(0).lines().size())
                .sum();
    }

    private static Map<Rule, Long> counts(Conversion conversion, Rule... rules) {
        Map<Rule, Long> counts = new TreeMap<>();
        for (Rule rule : rules) {
            counts.put(rule, conversion.findings().count(rule));
        }
        return counts;
    }

    private static Map<Integer, BigDecimal> expectedTotals(String name) throws IOException {
        Map<Integer, BigDecimal> totals = new TreeMap<>();
        for (NamedCsvRecord record : PublishedLists.records("expected/" + name)) {
            totals.put(Integer.valueOf(record.getField("year")), new BigDecimal(record.getField("total")));
        }
        return totals;
    }

    private static Map<Integer, BigDecimal> totalsToTheCent(Conversion conversion, int lastYear) {
        Map<Integer, BigDecimal> exact = new TreeMap<>();
        for (Submission submission : conversion.submissions()) {
            if (submission.year() <= lastYear) {
                submission
                        .breakdowns()
                        .get(0)
                        .lines()
                        .forEach(line -> exact.merge(submission.year(), line.amount(), BigDecimal::add));
            }
        }
        exact.replaceAll((year, total) -> total.setScale(2, RoundingMode.HALF_UP));
        return exact;
    }
}
