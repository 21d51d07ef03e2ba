package org.undatacube.aggregation.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Question;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Dimension;

/** Which publications a question is about: those within its cuts of entity and year. */
final class Scope {
    private final Question question;
    private final Members members;
    private final List<Selection> entities = new ArrayList<>();

    Scope(Question question, Members members) {
        this.question = question;
        this.members = members;
        for (Cut cut : question.cuts()) {
            if (cut instanceof Cut.OfCodes ofCodes && ofCodes.dimension() == Dimension.ENTITY) {
                entities.add(ofCodes.selection(members, question.view().structure()));
            }
        }
    }

    boolean contains(Publication publication) {
        return question.isOfYear(publication.year()) && containsEntityOf(publication);
    }

    /** Also of some years that the cuts do not allow. */
    Predicate<Publication> with(Set<Integer> years) {
        return publication -> (question.isOfYear(publication.year()) || years.contains(publication.year()))
                && containsEntityOf(publication);
    }

    private boolean containsEntityOf(Publication publication) {
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
