package org.undatacube.aggregation.coverage;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Dimension;

/** Which publications a question is about: those within its cuts of entity and year. */
record Scope(List<Cut> cuts, Members members) {

    boolean contains(Publication publication) {
        return cuts.stream().allMatch(cut -> allows(cut, publication));
    }

    private boolean allows(Cut cut, Publication publication) {
        if (cut instanceof Cut.ByYears years) {
            return years.contains(publication.year());
        }
        if (cut instanceof Cut.ByMembers byMembers && byMembers.dimension() == Dimension.ENTITY) {
            return byMembers.members().stream().anyMatch(member -> touches(member, publication.entity()));
        }
        if (cut instanceof Cut.ByGroups byGroups && byGroups.dimension() == Dimension.ENTITY) {
            Grouping grouping =
                    members.grouping(Dimension.ENTITY, byGroups.hierarchy()).orElseThrow();
            return partsOf(publication.entity())
                    .anyMatch(code -> grouping.isIn(code, publication.year(), byGroups.groups()));
        }
        return true;
    }

    /** The codes that the lines of an entity may have: its own and those below it. */
    private Stream<String> partsOf(String entity) {
        return Stream.concat(Stream.of(entity), members.atOrBelow(Dimension.ENTITY, List.of(entity)).stream());
    }

    /** Also where the member is a part of the entity, which then reports the part's lines among its own. */
    private boolean touches(String member, String entity) {
        Set<String> aboveEntity = members.atOrAbove(Dimension.ENTITY, entity);
        Set<String> aboveMember = members.atOrAbove(Dimension.ENTITY, member);
        return aboveEntity.contains(member) || aboveMember.contains(entity);
    }
}
