package org.undatacube.aggregation.profile;

import java.util.List;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;

/** What the code lists say of a subject. */
final class Identities {
    private Identities() {}

    /** @param year in which it is in its groups */
    static ProfileView.Identity of(Subject subject, int year) {
        Code code = subject.code();
        List<Code> path = subject.list().path(code);
        return new ProfileView.Identity(
                subject.kind().dimension(),
                code.code(),
                code.level(),
                code.label(),
                code.definition(),
                code.notes(),
                code.validFrom(),
                code.validTo(),
                code.supersededBy(),
                path.subList(0, path.size() - 1).stream()
                        .map(Identities::member)
                        .toList(),
                subject.members().groupings(subject.kind().dimension()).stream()
                        .flatMap(grouping -> groups(subject, grouping, year).stream())
                        .toList());
    }

    static ProfileView.Member member(Code code) {
        return new ProfileView.Member(code.code(), code.englishLabel(), code.level());
    }

    private static List<ProfileView.Group> groups(Subject subject, Grouping grouping, int year) {
        Members members = subject.members();
        Dimension dimension = subject.kind().dimension();
        String hierarchy = grouping.hierarchy().id();
        return members
                .byGroup(dimension, hierarchy, Structure.THEN)
                .keysOf(subject.code().code(), year)
                .stream()
                .filter(group -> !group.equals(Grouping.NO_GROUP))
                .sorted(grouping.order())
                .map(group -> new ProfileView.Group(hierarchy, group, grouping.label(group)))
                .toList();
    }
}
