package org.undatacube.aggregation.engine;

import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** What every engine does, to the last digit: an engine that is filled with lines, and what it is asked. */
public abstract class EngineCase {
    static final Members MEMBERS = SampleLists.members();
    static final Axis YEAR = new Axis.Year();
    static final Axis REGION = level(Dimension.LOCATION, "region");
    static final Axis COUNTRY = level(Dimension.LOCATION, "country");
    static final Axis GOAL = level(Dimension.SDG, "goal");
    static final Axis GROUPS = new Axis.Projected(MEMBERS.byGroup(Dimension.LOCATION, "groups", Structure.THEN));
    static final Axis ENTITY = level(Dimension.ENTITY, "entity");

    final Published history = new Published();

    /** An engine that took in nothing yet. */
    protected abstract Engine empty() throws IOException;

    /** An engine that took in these editions. */
    protected Engine filled(List<EditionChange> changes, Function<EditionChange, List<PublishedLine>> lines)
            throws IOException {
        Engine engine = empty();
        for (EditionChange change : changes) {
            engine.intake().takeIn(change, consumer -> lines.apply(change).forEach(consumer));
        }
        return engine;
    }

    void location(String... lines) {
        history.publish(publication(2024, breakdown("location", lines)));
    }

    Publication publication(int year, Published.Breakdown... breakdowns) {
        return history.publication(Flow.EXPENSE, "UNDP", year, breakdowns);
    }

    Engine filled() throws IOException {
        return filled(history.changes(), change -> history.lines(change.edition()));
    }

    /** Asks for expenses of all breakdowns. */
    List<String> asked(List<Axis> axes, Object... filters) throws IOException {
        List<Long> breakdowns = history.changes().stream()
                .flatMap(change -> history.lines(change.edition()).stream())
                .map(PublishedLine::breakdown)
                .distinct()
                .toList();
        List<Filter> all = Stream.of(filters)
                .map(filter -> filter instanceof Selection selection ? new Filter.Codes(selection) : (Filter) filter)
                .toList();
        try (Engine engine = filled()) {
            return texts(tally(engine, new Aggregation(Flow.EXPENSE, breakdowns, axes, all, false, List.of())));
        }
    }

    static List<Tally> tally(Engine engine, Flow cube, List<Long> breakdowns, List<Axis> axes) {
        return tally(engine, new Aggregation(cube, breakdowns, axes, List.of(), false, List.of()));
    }

    static List<Tally> tally(Engine engine, Aggregation aggregation) {
        return engine.read(snapshot -> snapshot.tally(aggregation, new Patience(Duration.ofSeconds(30))));
    }

    static void stream(Engine engine, Aggregation aggregation, List<KeyOrder> orders, List<Tally> tallies)
            throws IOException {
        IOException failure = engine.read(snapshot -> {
            try {
                snapshot.stream(aggregation, orders, new Patience(Duration.ofSeconds(30)), tallies::add);
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        if (failure != null) {
            throw failure;
        }
    }

    static List<String> texts(List<Tally> tallies) {
        return tallies.stream()
                .map(tally -> String.join(" ", tally.keys()) + ": " + new Usd(tally.amount()) + " of " + tally.lines())
                .sorted()
                .toList();
    }

    static Axis level(Dimension dimension, String level) {
        return new Axis.Projected(MEMBERS.byLevel(dimension, level, Structure.THEN));
    }

    static Selection below(Dimension dimension, String... codes) {
        return MEMBERS.below(dimension, Set.of(codes), Structure.THEN);
    }
}
