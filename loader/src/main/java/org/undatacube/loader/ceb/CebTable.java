package org.undatacube.loader.ceb;

import java.util.List;
import java.util.Optional;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** One of the tables that CEB publishes: which columns it has and what a row says. */
public interface CebTable {
    /** As in {@code load ceb-revenue}. */
    String name();

    List<String> columns();

    /** The entity that reports, or one whose report is part of another's. */
    String entityColumn();

    /** The part of the entity that the amount belongs to; where the table has none, the entity's own column. */
    String partColumn();

    String yearColumn();

    Flow flow();

    /** The one dimension by which the table breaks its amounts down. */
    Dimension dimension();

    /** Whether the sum over an entity and year is the entity's whole total, as audited. */
    boolean isComplete();

    /**
     * What a row says besides entity, year and amount; empty where it cannot be told, which is noted.
     *
     * @param codes the list of the table's dimension
     */
    Optional<Reading> read(Row row, CodeList codes);
}
