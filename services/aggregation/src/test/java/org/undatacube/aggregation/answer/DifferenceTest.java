package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.aggregation.published.Published.breakdown;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.codelists.Flow;

class DifferenceTest {
    @TempDir
    Path folder;

    private AskedAsText asked;

    @BeforeEach
    void publish() {
        Published published = new Published();
        published.publish(published.publication(Flow.EXPENSE, "WFP", 2024, breakdown("location", "location=ML 1")));
        published.publish(
                published.publication(Flow.EXPENSE, "WFP", 2024, breakdown("location", "location=ML 3")),
                published.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("location", "location=EG 5")));
        asked = new AskedAsText(folder, SampleLists.members(), published, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        asked.close();
    }

    @Test
    void goesFromAnEditionToALaterOne() {
        Map<String, Object> refusal = asked.refusedDifference("from=2&to=1");

        assertEquals("to", refusal.get("parameter"));
        assertEquals("to is edition 1, which is before edition 2.", refusal.get("detail"));
        assertEquals(0, asked.difference("from=1&to=1").get("cells").size());
    }

    @Test
    void alwaysWritesTheCodeBeforeTheLabel() {
        assertEquals(
                "{\"code\":\"EG\",\"label\":\"Egypt\"}",
                asked.difference("from=1&drilldown=location.country")
                        .at("/cells/0/location.country")
                        .toString());
    }

    @Test
    void comparesWithNothingWhereAnEntityIsNew() {
        JsonNode moved = asked.difference("from=1").at("/submissions/0");

        assertEquals("UNDP", moved.get("entity").asText());
        assertEquals(
                "{\"amount\":\"0.00\",\"lines\":0}", moved.at("/sides/before").toString());
        assertEquals("5.00", moved.at("/sides/change").asText());
    }

    @Test
    void saysThatGroupsOverlap() {
        String note = asked.difference("from=1&drilldown=location.groups&structure=2024")
                .at("/notes/0")
                .asText();

        assertTrue(note.startsWith("The groups of location.groups overlap"), note);
        assertEquals(
                "[]",
                asked.difference("from=1&drilldown=location.country")
                        .get("notes")
                        .toString());
    }

    @Test
    void namesNoOrderForItHasItsOwn() {
        JsonNode question =
                asked.difference("from=1&drilldown=location.country").get("question");

        assertEquals("location.country", question.get("drilldown").asText());
        assertFalse(question.has("order"), question.toString());
    }
}
