package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.changefeed.LineStream;
import org.undatacube.changefeed.PublishedLine;

/** Reads from the change feed the very lines that the cubes are built from. */
final class PublishedLines {
    private final Map<Long, Heading> headings = new HashMap<>();
    private final List<FactLine> lines = new ArrayList<>();

    private record Heading(String cube, String breakdown, int year, String entity) {}

    private PublishedLines() {}

    /** Right as long as no edition replaces what an earlier one published, as it is after one load of each file. */
    static List<FactLine> of(Suite suite) throws IOException, InterruptedException {
        PublishedLines read = new PublishedLines();
        for (JsonNode change : suite.getJson(Suite.CONTRIBUTIONS, "/feed?limit=1000")) {
            change.get("publications").forEach(read::addHeadings);
            String target = "/feed/editions/" + change.get("edition").asLong() + "/lines";
            try (InputStream stream = suite.stream(Suite.CONTRIBUTIONS, target)) {
                LineStream.read(stream, read::add);
            }
        }
        return read.lines;
    }

    private void addHeadings(JsonNode publication) {
        for (JsonNode breakdown : publication.get("breakdowns")) {
            Heading heading = new Heading(
                    publication.get("flow").asText(),
                    breakdown.get("dimensions").get(0).asText(),
                    publication.get("year").asInt(),
                    publication.get("entity").asText());
            headings.put(breakdown.get("breakdown").asLong(), heading);
        }
    }

    private void add(PublishedLine line) {
        Heading heading = headings.get(line.breakdown());
        lines.add(new FactLine(
                heading.cube(), heading.breakdown(), heading.year(), heading.entity(), line.codes(), line.amount()));
    }
}
