package org.undatacube.aggregation.profile;

import java.util.List;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.http.Language;

/** What the code lists say of a subject. */
record Identities(Subject subject, Language language) {

    /** @param year in which it is in its groups */
    ProfileView.Identity of(int year) {
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
                path.subList(0, path.size() - 1).stream().map(this::member).toList(),
                subject.members().groupings(subject.kind().dimension()).stream()
                        .flatMap(grouping -> groups(grouping, year).stream())
                        .toList());
    }

    ProfileView.Member member(Code code) {
        return new ProfileView.Member(code.code(), code.labelIn(language.code()), code.level());
    }

    private List<ProfileView.Group> groups(Grouping grouping, int year) {
        Dimension dimension = subject.kind().dimension();
        String hierarchy = grouping.hierarchy().id();
        return subject
                .members()
                .byGroup(dimension, hierarchy, Structure.THEN)
                .keysOf(subject.code().code(), year)
                .stream()
                .filter(group -> !group.equals(Grouping.NO_GROUP))
                .sorted(grouping.order())
                .map(group -> new ProfileView.Group(hierarchy, group, grouping.label(group, language)))
                .toList();
    }
}
