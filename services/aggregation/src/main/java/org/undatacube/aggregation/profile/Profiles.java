package org.undatacube.aggregation.profile;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** From a subject and the parameters of a request to the questions whose answers are its profile. */
@Singleton
class Profiles {
    static final String YEAR = "year";
    /** How many members of a mix are shown before the others. */
    static final int TOP = 10;

    private static final List<String> OF_THE_STATE = List.of(ParameterNames.EDITION, ParameterNames.AS_OF);
    static final List<String> PARAMETERS = Stream.concat(
                    Stream.of(YEAR, ParameterNames.LANGUAGE), OF_THE_STATE.stream())
            .toList();

    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2100;
    private static final String LARGEST_FIRST = "-amount";
    private static final Map<Dimension, String> LEVELS = Map.of(
            Dimension.ENTITY, "entity",
            Dimension.FUNCTION, "function",
            Dimension.LOCATION, "country",
            Dimension.INSTRUMENT, "instrument",
            Dimension.SDG, "goal",
            Dimension.CONTRIBUTOR, "contributor",
            Dimension.GEM, "marker");

    private final Answering answering;

    Profiles(Answering answering) {
        this.answering = answering;
    }

    /** @throws Problem where a parameter is wrong, there is no such subject or the code lists cannot be read */
    ProfileInquiry inquire(Snapshot snapshot, Kind kind, String code, Parameters parameters, Patience patience) {
        Optional<Integer> askedYear = parameters.wholeNumber(YEAR, FIRST_YEAR, LAST_YEAR);
        Map<String, String> state = new LinkedHashMap<>();
        OF_THE_STATE.forEach(name -> parameters.text(name).ifPresent(text -> state.put(name, text)));
        Subject subject = Subject.require(kind, code, answering.members(snapshot, parameters, patience));
        Asking asking = new Asking(snapshot, state, patience);
        Map<Flow, Inquiry> trends = new LinkedHashMap<>();
        kind.cubes()
                .forEach(cube -> trends.put(
                        cube, asking.ask(cube, YEAR, subject.cut(), Map.of("measures", "amount,lines,change,growth"))));
        int year = askedYear.orElseGet(() -> lastYear(List.copyOf(trends.values())));
        List<ProfileInquiry.OfCube> cubes = new ArrayList<>();
        trends.forEach((cube, trend) -> cubes.add(new ProfileInquiry.OfCube(
                cube,
                asking.ask(
                        cube,
                        subject.drilldown(),
                        YEAR + ":" + year,
                        Map.of("measures", "amount,lines,share.total", "order", LARGEST_FIRST, "gaps", "true")),
                trend,
                mixes(cube, subject, year, asking))));
        return new ProfileInquiry(subject, year, cubes.get(0).peers().edition(), state, cubes);
    }

    /** The last year of which anything of the subject is known; else, of which anything is published; else the present. */
    private int lastYear(List<Inquiry> trends) {
        Optional<Integer> known = trends.stream()
                .flatMap(trend -> trend.choice().entitiesByYear().keySet().stream())
                .max(Integer::compare);
        return known.or(() -> trends.stream()
                        .flatMap(trend -> trend.choice().picks().stream())
                        .map(Standing.Pick::publication)
                        .map(publication -> publication.year())
                        .max(Integer::compare))
                .orElseGet(answering::presentYear);
    }

    /** By each other dimension of the cube, and by what is below the subject. */
    private static List<ProfileInquiry.Mix> mixes(Flow cube, Subject subject, int year, Asking asking) {
        List<ProfileInquiry.Mix> mixes = new ArrayList<>();
        for (Dimension dimension : CubeDimensions.of(cube)) {
            boolean isOwn = dimension == subject.kind().dimension();
            if (!isOwn || subject.hasParts()) {
                String level = isOwn ? subject.levelOfParts() : LEVELS.get(dimension);
                mixes.add(new ProfileInquiry.Mix(
                        dimension,
                        level,
                        asking.ask(
                                cube,
                                dimension.code() + "." + level,
                                subject.cut() + "|" + YEAR + ":" + year,
                                Map.of(
                                        "measures",
                                        "amount,lines,share.total",
                                        "order",
                                        LARGEST_FIRST,
                                        "top",
                                        Integer.toString(TOP),
                                        "gaps",
                                        "true"))));
            }
        }
        return mixes;
    }

    /** Of one state of the store. */
    private final class Asking {
        private final Snapshot snapshot;
        private final Map<String, String> state;
        private final Patience patience;

        private Asking(Snapshot snapshot, Map<String, String> state, Patience patience) {
            this.snapshot = snapshot;
            this.state = state;
            this.patience = patience;
        }

        private Inquiry ask(Flow cube, String drilldown, String cut, Map<String, String> beside) {
            Map<String, List<String>> question = new HashMap<>();
            state.forEach((name, text) -> question.put(name, List.of(text)));
            beside.forEach((name, text) -> question.put(name, List.of(text)));
            question.put(ParameterNames.DRILLDOWN, List.of(drilldown));
            question.put(ParameterNames.CUT, List.of(cut));
            return answering.inquire(snapshot, cube, new Parameters(question, Answering.PARAMETERS), patience);
        }
    }
}
