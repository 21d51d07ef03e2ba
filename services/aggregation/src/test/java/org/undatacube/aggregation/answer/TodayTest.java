package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.codelists.Flow;

/** Which year {@code structure=today} is, where it is 2031 and the only edition is of 2025. */
class TodayTest {
    @TempDir
    Path folder;

    private AskedAsText asked;

    @BeforeEach
    void publish() {
        Published published = new Published();
        published.publish(published.publication(Flow.EXPENSE, "WFP", 2024, breakdown("sdg", "sdg=5 1")));
        Clock clock = Clock.fixed(Instant.parse("2031-06-30T12:00:00Z"), ZoneOffset.UTC);
        asked = new AskedAsText(folder, SampleLists.members(), published, clock);
    }

    @AfterEach
    void close() {
        asked.close();
    }

    @Test
    void isTheClocksWhereThePresentIsAsked() {
        assertEquals("2031", today(""));
    }

    @Test
    void isThatOfTheEdition() {
        assertEquals("2025", today("&edition=1"));
    }

    @Test
    void isThatOfTheTimeThatIsAskedAndNotOfTheEditionThatStoodThen() {
        assertEquals("2028", today("&asOf=2028-02-29"));
    }

    @Test
    void isNotInTheFuture() {
        assertEquals("2031", today("&asOf=2040-01-01"));
    }

    @Test
    void isTheTimeThatIsAskedBeforeTheFirstEditionToo() {
        assertEquals("2019", today("&asOf=2019-01-01T00:00:00Z"));
    }

    @Test
    void isThePresentsInTheEditionThatIsOfNoTime() {
        assertEquals("2031", today("&edition=0"));
    }

    private String today(String when) {
        return asked.answer("structure=today" + when).at("/question/structure").asText();
    }
}
