package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.codelists.Flow;

/** Changes of entities of which nothing is covered in the year that they are compared with. */
class ComparedEntitiesTest {
    @TempDir
    Path folder;

    private AskedAsText asked;

    @BeforeEach
    void publish() {
        Published published = new Published();
        published.publish(
                published.publication(Flow.EXPENSE, "UNDP", 2023, breakdown("sdg", "sdg=5 10")),
                published.publication(Flow.EXPENSE, "UN", 2023, breakdown("sdg", "sdg=5 20")),
                published.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("sdg", "sdg=5 12")),
                published.publication(Flow.EXPENSE, "WFP", 2024, breakdown("sdg", "sdg=5 7")),
                published.publication(
                        Flow.EXPENSE, "UN", 2024, breakdown("sdg", "sdg=5 21", "entity=UN-UNRISD sdg=5 4")));
        asked = new AskedAsText(folder, SampleLists.members(), published, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        asked.close();
    }

    @Test
    void areNotKnown() {
        assertEquals("UNDP 2.00 0.2; WFP null null; UN 5.00 0.25; ", changes("entity.entity"));
    }

    @Test
    void areKnownOfAPartOfAnEntityThatIsCovered() {
        assertEquals("UNDP 2.00 0.2; WFP null null; UN 1.00 0.05; UN-UNRISD 4.00 null; ", changes("entity.subentity"));
    }

    @Test
    void areKnownWhereAnyEntityOfATypeIsCovered() {
        assertEquals("FUND-PROGRAMME 9.00 0.9; SECRETARIAT 5.00 0.25; ", changes("entity.type"));
    }

    private String changes(String drilldown) {
        StringBuilder changes = new StringBuilder();
        asked.answer("measures=change,growth&cut=year:2024&drilldown=year," + drilldown)
                .get("cells")
                .forEach(cell -> changes.append(
                                cell.at("/" + drilldown + "/code").asText())
                        .append(' ')
                        .append(cell.get("change").asText())
                        .append(' ')
                        .append(cell.get("growth").asText())
                        .append("; "));
        return changes.toString();
    }
}
