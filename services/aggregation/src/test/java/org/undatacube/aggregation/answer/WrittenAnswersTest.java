package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.aggregation.cube.Measure.Plain.AMOUNT;
import static org.undatacube.aggregation.cube.Measure.Plain.LINES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.undatacube.aggregation.export.AnswerWriter;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.query.Subtotals;

/** Whole answers as they are written. */
class WrittenAnswersTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final AnswerWriter WRITER = new AnswerWriter(MAPPER, Path.of("target/written"));

    @RegisterExtension
    static final SmallCube CUBE = SmallCube.expenses();

    @Test
    void writesSubtotalsAndOthersAsJson() throws IOException {
        JsonNode answer = json(CUBE.ask()
                .by("year", "location.country")
                .years(2022, 2022)
                .measures(AMOUNT, LINES, Asked.CHANGE)
                .subtotals(Subtotals.ROLLUP)
                .top(1, true));

        assertEquals(MAPPER.readTree("""
                        [{"grouping": ["year", "location.country"], "year": 2022,
                          "location.country": {"code": "ML", "label": "Mali"},
                          "amount": "100.00", "lines": 1, "change": null},
                         {"grouping": ["year", "location.country"], "year": 2022,
                          "location.country": {"code": null, "label": "Others"}, "others": true,
                          "amount": "50.00", "lines": 1, "change": null},
                         {"grouping": ["year"], "year": 2022, "amount": "150.00", "lines": 2, "change": null},
                         {"grouping": [], "amount": "150.00", "lines": 2, "change": null}]"""), answer.get("cells"));
        assertEquals(4, answer.get("cellCount").asInt());
        assertEquals("2025-01-01T00:00:00.123456Z", answer.get("publishedAt").asText());
        assertEquals("150.00", answer.get("total").get("amount").asText());
        for (String absent : new String[] {"columns", "rows", "columnTotals", "obstacle", "consolidation"}) {
            assertFalse(answer.has(absent), absent);
        }
    }

    @Test
    void writesATableAsJson() throws IOException {
        JsonNode answer = json(CUBE.ask()
                .by("location.region", "year")
                .columns("year")
                .years(2022, 2023)
                .subtotals(Subtotals.ROLLUP));

        assertEquals(MAPPER.readTree("[{\"year\": 2022}, {\"year\": 2023}]"), answer.get("columns"));
        assertEquals(MAPPER.readTree("""
                        {"grouping": ["location.region"], "location.region": {"code": "142", "label": "Asia"},
                         "cells": [null, {"amount": "60.00"}], "total": {"amount": "60.00"}}"""), answer.get("rows").get(1));
        assertEquals(
                MAPPER.readTree("[{\"amount\": \"150.00\"}, {\"amount\": \"230.00\"}]"), answer.get("columnTotals"));
        assertEquals(3, answer.get("cellCount").asInt());
        assertFalse(answer.has("cells"));
    }

    @Test
    void writesTheObstacleAsJson() throws IOException {
        JsonNode answer = json(CUBE.ask().by("location.country", "gem.marker"));

        assertEquals(MAPPER.readTree("""
                        {"dimensions": ["location", "gem"],
                         "answerable": [{"dimensions": ["location"], "entityYears": 5, "amount": "675.00"}]}"""), answer.get("obstacle"));
        assertTrue(answer.get("cells").isEmpty());
    }

    @Test
    void writesSubtotalsAsCsv() {
        assertEquals(
                """
                grouping,location.country,location.country.label,year,amount,change\r
                location.country year,ML,Mali,2022,100.00,\r
                location.country year,EG,Egypt,2022,50.00,\r
                location.country,ML,Mali,,100.00,\r
                location.country,EG,Egypt,,50.00,\r
                ,,,,150.00,\r
                """,
                csv(CUBE.answer(CUBE.ask()
                        .by("location.country", "year")
                        .years(2022, 2022)
                        .measures(AMOUNT, Asked.CHANGE)
                        .subtotals(Subtotals.ROLLUP))));
    }

    @Test
    void writesATableAsCsv() {
        assertEquals(
                """
                location.region,location.region.label,2022,2023,2024,total\r
                2,Africa,150.00,170.00,290.00,610.00\r
                142,Asia,,60.00,5.00,65.00\r
                """, csv(CUBE.answer(CUBE.ask().by("location.region", "year").columns("year"))));
        assertEquals(
                """
                year,ML amount,ML lines,Others amount,Others lines,total amount,total lines\r
                2022,100.00,1,50.00,1,150.00,2\r
                2023,150.00,2,80.00,3,230.00,5\r
                2024,200.00,1,95.00,3,295.00,4\r
                """,
                csv(CUBE.answer(CUBE.ask()
                        .by("year", "location.country")
                        .columns("location.country")
                        .measures(AMOUNT, LINES)
                        .top(1, true))));
    }

    private static String csv(Answer answer) {
        return new String(WRITER.write(answer, Format.CSV), StandardCharsets.UTF_8);
    }

    private JsonNode json(Asked asked) throws IOException {
        return MAPPER.readTree(WRITER.write(CUBE.answer(asked), Format.JSON));
    }
}
