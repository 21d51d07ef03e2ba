package org.undatacube.loader;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isOneSubmissionForEachEntityYearAndFlow() throws IOException {
        assertEquals(382, Sample.bodies().size());
    }

    @Test
    void givesThePublishedTotals() throws IOException {
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (String file : Sample.FILES) {
            for (String line : read(file).lines().toList()) {
                add(JSON.readTree(line), totals);
            }
        }

        assertEquals(
                Map.ofEntries(
                        entry("2021 instrument", new BigDecimal("65890711058.84")),
                        entry("2021 contributor", new BigDecimal("65890707980.65")),
                        entry("2021 function", new BigDecimal("60479440593.911288076")),
                        entry("2021 sdg", new BigDecimal("46469583315.00")),
                        entry("2021 location", new BigDecimal("43592091972.33")),
                        entry("2022 instrument", new BigDecimal("74302153809.99")),
                        entry("2022 function", new BigDecimal("67449709009.47")),
                        entry("2022 sdg", new BigDecimal("57645163338.89")),
                        entry("2023 instrument", new BigDecimal("67620867804.14")),
                        entry("2023 function", new BigDecimal("68500334856.97")),
                        entry("2023 sdg", new BigDecimal("57620130222.87")),
                        entry("2024 instrument", new BigDecimal("68306524088.12")),
                        entry("2024 function", new BigDecimal("66039034290.40380059")),
                        entry("2024 sdg", new BigDecimal("65974070783.768"))),
                totals);
    }

    private static void add(JsonNode submission, Map<String, BigDecimal> totals) {
        for (JsonNode breakdown : submission.get("breakdowns")) {
            String what = submission.get("year").asText() + " "
                    + breakdown.get("dimensions").get(0).asText();
            for (JsonNode line : breakdown.get("lines")) {
                totals.merge(what, new BigDecimal(line.get("amount").asText()), BigDecimal::add);
            }
        }
    }

    private static String read(String file) throws IOException {
        try (InputStream content = SampleTest.class.getResourceAsStream("/sample/" + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
