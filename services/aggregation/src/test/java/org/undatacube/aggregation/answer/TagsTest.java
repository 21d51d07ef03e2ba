package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Flow;

/** Equal tags mean equal answers, and a tag changes only with what an answer uses. */
class TagsTest {
    private static final String CHANGE = "drilldown=year&cut=year:2024&measures=amount,change";
    private static final String GROWTH_FROM_2020 = "drilldown=year&cut=year:2024&measures=growth.2020";

    @TempDir
    Path folder;

    private final Published published = new Published();
    private AskedAsText asked;

    @BeforeEach
    void publish() {
        published.publish(wfp(2020, 1), wfp(2022, 3), wfp(2023, 4), wfp(2024, 5));
        asked = new AskedAsText(folder, SampleLists.members(), published, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        asked.close();
    }

    @Test
    void areEqualOnlyWhereTheAnswersAre() {
        String nothing = "drilldown=year&cut=year:1999&edition=";

        assertEquals(asked.tag(nothing + 0), asked.tag(nothing + 1));
        assertEquals(asked.answer(nothing + 0), asked.answer(nothing + 1));
    }

    @Test
    void stayWhereAYearIsPublishedThatNothingIsComparedWith() {
        String change = asked.tag(CHANGE);
        String growth = asked.tag(GROWTH_FROM_2020);
        published.publish(wfp(2022, 30));
        asked.take(published);

        assertEquals(change, asked.tag(CHANGE));
        assertEquals(growth, asked.tag(GROWTH_FROM_2020));
        assertEquals(1, asked.answer(CHANGE).get("edition").asInt());
        assertEquals(1, asked.answer(GROWTH_FROM_2020).get("edition").asInt());
    }

    @Test
    void changeWithTheYearThatIsComparedWith() {
        String change = asked.tag(CHANGE);
        String growth = asked.tag(GROWTH_FROM_2020);
        published.publish(wfp(2023, 40));
        asked.take(published);

        assertNotEquals(change, asked.tag(CHANGE));
        assertEquals(growth, asked.tag(GROWTH_FROM_2020));
        assertEquals(2, asked.answer(CHANGE).get("edition").asInt());
        assertEquals("-35.00", asked.answer(CHANGE).at("/cells/0/change").asText());

        published.publish(wfp(2020, 10));
        asked.take(published);

        assertNotEquals(growth, asked.tag(GROWTH_FROM_2020));
        assertEquals(
                "-0.5",
                asked.answer(GROWTH_FROM_2020).at("/cells/0/growth.2020").asText());
    }

    private Publication wfp(int year, int amount) {
        return published.publication(Flow.EXPENSE, "WFP", year, breakdown("sdg", "sdg=5 " + amount));
    }
}
