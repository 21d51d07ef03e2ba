package org.undatacube.aggregation.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Fingerprints;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/**
 * A subject, a year, and all questions whose answers are its profile. Nothing is added up before {@link ProfileView#of}.
 *
 * @param edition that was asked
 * @param state which edition or time was asked, as parameters of a link
 */
record ProfileInquiry(Subject subject, int year, Edition edition, Map<String, String> state, List<OfCube> cubes) {

    /** To be changed with the way in which profiles are made, so that no old one is taken for a new one. */
    private static final String FORM = "1";

    /**
     * What is asked of one cube.
     *
     * @param peers the year's figures of the subject and of all that stand on its level, the largest first
     * @param trend the subject's figures of each year
     * @param mixes of what the subject's figure of the year is made up
     */
    record OfCube(Flow cube, Inquiry peers, Inquiry trend, List<Mix> mixes) {
        Stream<Inquiry> ofTheYear() {
            return Stream.concat(Stream.of(peers), mixes.stream().map(Mix::inquiry));
        }

        /** Whether anything of the subject's year is known. */
        boolean isCovered(int year) {
            return trend.choice().entitiesByYear().containsKey(year);
        }
    }

    /** The subject's figure by the members on one level of a dimension. */
    record Mix(Dimension dimension, String level, Inquiry inquiry) {}

    /** Equal where the profiles are equal. */
    String fingerprint() {
        String known = String.join(
                "\n",
                FORM,
                subject.kind().code(),
                subject.code().code(),
                Integer.toString(year),
                state.toString(),
                subject.members().version(subject.kind().dimension()));
        return Fingerprints.together(known, inquiries());
    }

    /** The edition that last changed anything of it. */
    Edition shownEdition() {
        return Fingerprints.lastChange(inquiries());
    }

    private List<Inquiry> inquiries() {
        return cubes.stream()
                .flatMap(cube -> Stream.concat(Stream.of(cube.trend()), cube.ofTheYear()))
                .toList();
    }
}
