package org.undatacube.aggregation.coverage;

import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Question;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Dimension;

/** Which publications a question is about: those within its cuts of entity and year. */
final class Scope {
    private final Members members;
    private final List<Cut.ByYears> years = new ArrayList<>();
    private final List<Selection> entities = new ArrayList<>();

    Scope(Question question, Members members) {
        this.members = members;
        for (Cut cut : question.cuts()) {
            if (cut instanceof Cut.ByYears byYears) {
                years.add(byYears);
            } else if (cut instanceof Cut.OfCodes ofCodes && ofCodes.dimension() == Dimension.ENTITY) {
                entities.add(ofCodes.selection(members, question.view().structure()));
            }
        }
    }

    boolean contains(Publication publication) {
        // by loops, for each question asks it of every publication
        for (Cut.ByYears cut : years) {
            if (!cut.allows(publication.year())) {
                return false;
            }
        }
        return containsInAnyYear(publication);
    }

    /** Whether it would be within, were it not for the cuts of years. */
    boolean containsInAnyYear(Publication publication) {
        return entities.isEmpty() || hasAPartWithin(publication);
    }

    /** Also where only a part of the entity is meant, whose lines it reports among its own. */
    private boolean hasAPartWithin(Publication publication) {
        for (String code : members.partsOf(publication.entity())) {
            if (isWithin(code, publication.year())) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithin(String code, int year) {
        for (Selection cut : entities) {
            if (!cut.contains(code, year)) {
                return false;
            }
        }
        return true;
    }
}
