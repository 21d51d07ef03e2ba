package org.undatacube.aggregation.answer;

import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.undatacube.aggregation.coverage.BreakdownChoice;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.aggregation.query.Question;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.codelists.Flow;

/**
 * An engine with a history small enough to add up by hand, and answers from it as text. It is the same for all tests of a
 * class, which only read.
 *
 * <p>{@link #expenses} by country and year: ML 100, 150, 200; EG 50, 30, 70; AF -, 60, 5; NA -, -10, 20 in 2022, 2023 and
 * 2024. ML, EG and NA are in region 2, AF is in 142; ML and AF are LDC, ML is also SAHEL from 2024, EG is NORTH. WFP has
 * nothing in 2022.
 */
final class SmallCube implements BeforeAllCallback, AfterAllCallback {
    private final Members members;
    private final Published published;
    private Path folder;
    private Engine engine;

    SmallCube(Members members, Published published) {
        this.members = members;
        this.published = published;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("small-cube");
        engine = DuckDbEngine.open(new TestStore(folder));
        for (EditionChange change : published.changes()) {
            engine.intake()
                    .takeIn(change, lines -> published.lines(change.edition()).forEach(lines));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        engine.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static SmallCube expenses() {
        Published published = new Published();
        published.publish(
                published.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2022,
                        breakdown("location,sdg", "location=ML sdg=5.1 100", "location=EG sdg=1.a 50")),
                published.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2023,
                        breakdown(
                                "location,sdg",
                                "location=ML sdg=5.1 110",
                                "location=EG sdg=1.a 30",
                                "location=AF sdg=5.2 60")),
                published.publication(
                        Flow.EXPENSE,
                        "WFP",
                        2023,
                        breakdown("location,sdg", "location=ML sdg=2 40", "location=NA sdg=2 -10")),
                published.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2024,
                        breakdown("location,sdg", "location=ML sdg=5.1 200", "location=AF sdg=5.1 5")),
                published.publication(
                        Flow.EXPENSE,
                        "WFP",
                        2024,
                        breakdown("location,sdg", "location=EG sdg=2 70", "location=NA sdg=2 20")));
        return new SmallCube(SampleLists.members(), published);
    }

    Asked ask() {
        return new Asked(members);
    }

    Answer answer(Asked asked) {
        Question question = asked.question();
        return engine.read(snapshot -> new Inquiry(
                        question,
                        snapshot.catalogue().current(),
                        false,
                        snapshot,
                        members,
                        BreakdownChoice.of(
                                question,
                                snapshot.catalogue()
                                        .published(
                                                question.cube(),
                                                snapshot.catalogue().current()),
                                members,
                                BigDecimal.ONE),
                        new Patience(Duration.ofMinutes(1)))
                .answer());
    }

    /** The cells as {@code ML 2023: 150.00 2}. */
    List<String> cells(Asked asked) {
        return answer(asked).cells().stream()
                .map(cell -> keys(cell.keys()) + ": " + figures(cell.figures()))
                .toList();
    }

    static String keys(List<Cell.Key> keys) {
        return keys.stream().map(SmallCube::text).collect(Collectors.joining(" "));
    }

    static String figures(Figures figures) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; figures != null && index < figures.measures().size(); index++) {
            texts.add(String.valueOf(figures.shown(index)));
        }
        return figures == null ? "-" : String.join(" ", texts);
    }

    private static String text(Cell.Key key) {
        if (key instanceof Cell.Key.Year year) {
            return Integer.toString(year.year());
        }
        Cell.Key.Member member = (Cell.Key.Member) key;
        return member.isOthers() ? member.label() : member.code();
    }
}
