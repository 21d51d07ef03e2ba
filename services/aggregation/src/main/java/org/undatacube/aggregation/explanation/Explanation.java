package org.undatacube.aggregation.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Plan;
import org.undatacube.aggregation.engine.Route;
import org.undatacube.codelists.Dimension;

/**
 * How an answer came about.
 *
 * @param cached whether the same question would have been answered from the cache if no explanation had been asked for
 * @param aggregations all that the engine was asked for, in that order
 */
public record Explanation(boolean cached, List<Step> aggregations) {
    private static final int MICROSECOND = 1_000;
    private static final int DECIMALS = 3;

    public Explanation {
        aggregations = List.copyOf(aggregations);
    }

    /**
     * What the engine was asked for at once.
     *
     * @param grouping the drilldowns by which lines were put together
     * @param route {@code pre-aggregate}, or {@code scan} where the store was gone through
     * @param why why nothing that is added up already served; null where it did
     * @param cuboids what was read of that is added up already; null where the store was gone through
     * @param rows how many were read: of the cuboids, or of the lines of the breakdowns that were asked for
     * @param passedOver the cuboids of fewer rows, with what each lacks; of a scan all that are held
     * @param cells how many there came of it
     * @param sql what is run where the store is gone through, or would be
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            List<String> grouping,
            String route,
            String why,
            List<Cuboid> cuboids,
            long rows,
            List<PassedOver> passedOver,
            int cells,
            BigDecimal milliseconds,
            Statement sql) {}

    /** @param merged whether lines of equal codes are one row; else each line is a row of its own */
    public record Cuboid(List<Dimension> dimensions, boolean merged) {
        static Cuboid of(Route.Cuboid cuboid) {
            return new Cuboid(cuboid.dimensions().inOrder(), cuboid.merged());
        }
    }

    /** A cuboid that could not serve. */
    public record PassedOver(List<Dimension> dimensions, boolean merged, long rows, String lacks) {
        static PassedOver of(Plan.PassedOver passed) {
            Cuboid cuboid = Cuboid.of(passed.cuboid());
            return new PassedOver(cuboid.dimensions(), cuboid.merged(), passed.rows(), passed.lacks());
        }
    }

    /** @param values how many are bound to the parameters of the text; an array is one */
    public record Statement(String text, int values) {
        static Statement of(Plan.Statement statement) {
            return new Statement(statement.sql(), statement.values());
        }
    }

    /** Of an inquiry that was answered from the recording snapshot. */
    public static Explanation of(Inquiry inquiry, RecordingSnapshot snapshot, boolean cached) {
        Map<Axis, String> drilldowns = new HashMap<>();
        List<Axis> axes = inquiry.cells().axes();
        for (int drilldown = 0; drilldown < axes.size(); drilldown++) {
            drilldowns.put(
                    axes.get(drilldown),
                    inquiry.question().drilldowns().get(drilldown).key());
        }
        Map<Long, Long> lines = new HashMap<>();
        Stream.of(inquiry.choice(), inquiry.choice().withCompared())
                .flatMap(choice -> choice.picks().stream())
                .flatMap(pick -> pick.breakdown().stream())
                .forEach(breakdown -> lines.put(breakdown.breakdown(), breakdown.lines()));
        List<Step> steps = new ArrayList<>();
        snapshot.recorded().forEach(recorded -> steps.add(step(recorded, drilldowns, lines)));
        return new Explanation(cached, steps);
    }

    private static Step step(
            RecordingSnapshot.Recorded recorded, Map<Axis, String> drilldowns, Map<Long, Long> lines) {
        Aggregation aggregation = recorded.aggregation();
        Plan plan = recorded.plan();
        Route.PreAggregate added = plan.route() instanceof Route.PreAggregate route ? route : null;
        return new Step(
                aggregation.axes().stream().map(drilldowns::get).toList(),
                added == null ? "scan" : "pre-aggregate",
                plan.whyScan().orElse(null),
                added == null ? null : added.cuboids().stream().map(Cuboid::of).toList(),
                added == null
                        ? aggregation.breakdowns().stream()
                                .mapToLong(lines::get)
                                .sum()
                        : added.rows(),
                plan.passedOver().stream().map(PassedOver::of).toList(),
                recorded.cells(),
                BigDecimal.valueOf(recorded.nanos() / MICROSECOND, DECIMALS),
                plan.scan().map(Statement::of).orElse(null));
    }
}
