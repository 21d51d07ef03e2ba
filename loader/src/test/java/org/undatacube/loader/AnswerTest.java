package org.undatacube.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void printsAlignedCellsTheTotalWhatIsCoveredAndTheEdition() throws Exception {
        StringWriter text = new StringWriter();

        new Answer(new ObjectMapper().readTree("""
                                        {"cube":"expense","edition":3,"publishedAt":"2026-11-22T05:00:00Z","cellCount":18,"cells":[
                                         {"sdg.goal":{"code":"5","label":"Gender equality"},"year":2024,
                                          "amount":"2516306927.13","lines":1077},
                                         {"sdg.goal":{"code":"X00","label":"No goal"},"year":2024,
                                          "amount":"-0.5","lines":2}],
                                         "total":{"amount":"2516306926.63","lines":1079},
                                         "coverage":{"entitiesReporting":48,"entitiesCovered":47,
                                          "amountReported":"3000000000","amountCovered":"2516306926.63",
                                          "amountUnattributed":"483693073.37"}}""")).print(new PrintWriter(text));

        assertEquals("""
                sdg.goal            year               USD  lines
                -------------------------------------------------
                5  Gender equality  2024  2,516,306,927.13  1,077
                X00  No goal        2024             -0.50      2
                Total                     2,516,306,926.63  1,079
                Shown are 2 of 18 cells; the total is of all.
                Covers 47 of 48 reporting entities, USD 2,516,306,926.63 of 3,000,000,000.00; not attributed USD 483,693,073.37.
                Edition 3, published 2026-11-22T05:00:00Z.
                """, text.toString());
    }
}
