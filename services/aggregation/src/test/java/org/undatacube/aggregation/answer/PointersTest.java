package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;

/** Where in a JSON body a problem is. */
class PointersTest {
    @TempDir
    Path folder;

    @Test
    void pointAtAnEditionThatIsNotThere() {
        try (AskedAsText asked = new AskedAsText(folder, SampleLists.members(), new Published(), Clock.systemUTC())) {
            Map<String, Object> refusal = asked.refusedBody("{\"edition\": 9}");

            assertEquals("/edition", refusal.get("pointer"));
            assertEquals("There is no edition 9 yet; the last one is 0.", refusal.get("detail"));
        }
    }

    @Test
    void sayThatCutsComeInAList() {
        try (AskedAsText asked = new AskedAsText(folder, SampleLists.members(), new Published(), Clock.systemUTC())) {
            Map<String, Object> refusal =
                    asked.refusedBody("{\"cut\": {\"dimension\": \"sdg\", \"members\": [\"5\"]}}");

            assertEquals("/cut", refusal.get("pointer"));
            assertEquals("/cut is a text, or a list of texts and objects, not an object.", refusal.get("detail"));
        }
    }
}
