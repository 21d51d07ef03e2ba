package org.undatacube.aggregation.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.ask.QuestionAddress;
import org.undatacube.aggregation.coverage.Coverage;
import org.undatacube.aggregation.coverage.Gap;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Language;

/** The answers to a profile's questions, as its blocks. */
final class ProfileBlocks {
    private static final Measure CHANGE = new Measure.Change(false, Optional.empty());
    private static final Measure GROWTH = new Measure.Change(true, Optional.empty());

    private final ProfileInquiry asked;
    private final Language language;
    private final Subject subject;
    private final IdentityHashMap<Inquiry, Answer> answers = new IdentityHashMap<>();

    ProfileBlocks(ProfileInquiry asked, Language language) {
        this.asked = asked;
        this.language = language;
        this.subject = asked.subject();
    }

    List<ProfileView.OfCube> cubes() {
        return asked.cubes().stream().map(this::cube).toList();
    }

    private ProfileView.OfCube cube(ProfileInquiry.OfCube cube) {
        Answer peers = answer(cube.peers());
        return new ProfileView.OfCube(
                cube.cube(),
                figures(cube, peers),
                ranks(peers),
                trend(cube.trend()),
                cube.mixes().stream().map(this::mix).toList());
    }

    private ProfileView.OfYear figures(ProfileInquiry.OfCube cube, Answer peers) {
        ProfileView.Block block = block(cube.peers());
        Optional<ProfileView.Part> own = peers.cells().stream()
                .filter(cell -> Peers.code(cell).equals(subject.code().code()))
                .findFirst()
                .map(ProfileView.Part::of);
        if (own.isEmpty() && !cube.isCovered(asked.year())) {
            return new ProfileView.OfYear(null, null, null, block);
        }
        return own.map(part -> new ProfileView.OfYear(part.amount(), part.lines(), part.share(), block))
                .orElseGet(() -> new ProfileView.OfYear(Usd.ZERO.toString(), 0L, "0", block));
    }

    private List<ProfileView.Rank> ranks(Answer peers) {
        List<ProfileView.Rank> ranks = new ArrayList<>();
        String code = subject.code().code();
        ranks.add(new Peers(peers, code, subject::isBeside).rank(null));
        Optional<Code> parent = subject.code().parentCode().flatMap(subject.list()::find);
        parent.ifPresent(above -> ranks.add(
                new Peers(peers, code, subject::isSibling).rank(new Identities(subject, language).member(above))));
        return ranks;
    }

    private ProfileView.Trend trend(Inquiry inquiry) {
        return new ProfileView.Trend(
                answer(inquiry).cells().stream().map(ProfileBlocks::point).toList(), block(inquiry));
    }

    private static ProfileView.Point point(Cell cell) {
        Figures figures = cell.figures();
        return new ProfileView.Point(
                ((Cell.Key.Year) cell.keys().get(0)).year(),
                (String) ProfileView.shown(figures, Measure.Plain.AMOUNT),
                (Long) ProfileView.shown(figures, Measure.Plain.LINES),
                (String) ProfileView.shown(figures, CHANGE),
                (String) ProfileView.shown(figures, GROWTH));
    }

    private ProfileView.Mix mix(ProfileInquiry.Mix mix) {
        Answer answer = answer(mix.inquiry());
        List<ProfileView.Part> parts = new ArrayList<>();
        ProfileView.Part others = null;
        for (Cell cell : answer.cells()) {
            if (cell.keys().get(0).isOthers()) {
                others = ProfileView.Part.of(cell);
            } else {
                parts.add(ProfileView.Part.of(cell));
            }
        }
        boolean isAnswered = !mix.inquiry().choice().breakdowns().isEmpty();
        return new ProfileView.Mix(
                mix.dimension(),
                mix.level(),
                parts,
                others,
                isAnswered ? (String) ProfileView.shown(answer.total(), Measure.Plain.AMOUNT) : null,
                block(mix.inquiry()));
    }

    private ProfileView.Block block(Inquiry inquiry) {
        Answer answer = answer(inquiry);
        return new ProfileView.Block(
                answer.question(),
                address(inquiry, asked.state()),
                withoutGaps(answer.coverage()),
                answer.obstacle(),
                answer.notes());
    }

    /** Those of all blocks are shown together. */
    private static Coverage withoutGaps(Coverage coverage) {
        return new Coverage(
                coverage.entitiesReporting(),
                coverage.entitiesCovered(),
                coverage.entityYearsReporting(),
                coverage.entityYearsCovered(),
                coverage.amountReported(),
                coverage.amountCovered(),
                coverage.amountUnattributed(),
                null);
    }

    /** One for each combination of dimensions that is asked of the year and not given by all. */
    List<ProfileView.Missing> gaps() {
        List<ProfileView.Missing> missing = new ArrayList<>();
        for (ProfileInquiry.OfCube cube : asked.cubes()) {
            Map<DimensionSet, Inquiry> byDimensions = new LinkedHashMap<>();
            cube.ofTheYear()
                    .forEach(inquiry ->
                            byDimensions.putIfAbsent(inquiry.question().dimensions(), inquiry));
            byDimensions.forEach((dimensions, inquiry) -> {
                List<Gap> gaps = answer(inquiry).coverage().gaps();
                if (!gaps.isEmpty()) {
                    missing.add(missing(cube.cube(), dimensions, inquiry, gaps));
                }
            });
        }
        return missing;
    }

    private ProfileView.Missing missing(Flow cube, DimensionSet dimensions, Inquiry inquiry, List<Gap> gaps) {
        String names = dimensions.inOrder().stream().map(Dimension::code).collect(Collectors.joining(" and "));
        Map<String, String> withGaps = new LinkedHashMap<>(asked.state());
        withGaps.put(ParameterNames.GAPS, "true");
        return new ProfileView.Missing(
                cube,
                dimensions,
                gaps.stream().map(Gap::entity).toList(),
                new Usd(gaps.stream()
                        .map(gap -> gap.amountReported().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)),
                "No published breakdown of these entities' figures of " + asked.year() + " gives " + names
                        + (dimensions.size() > 1 ? " together." : "."),
                address(inquiry, withGaps));
    }

    private static String address(Inquiry inquiry, Map<String, String> beside) {
        return QuestionAddress.of(inquiry.question().cube(), inquiry.question().canonical(), beside);
    }

    private Answer answer(Inquiry inquiry) {
        return answers.computeIfAbsent(inquiry, its -> its.answer(language));
    }
}
