package org.undatacube.aggregation.engine.duckdb;

import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Dimension;

/** What a reader sees, exchanged as a whole. */
record State(
        CubeSchema schema, Catalogue catalogue, Optional<Members> members, Map<Dimension, MemberTable> memberTables) {

    State withCatalogue(Catalogue newer) {
        return new State(schema, newer, members, memberTables);
    }

    State withCube(CubeSchema otherSchema, Catalogue otherCatalogue) {
        return new State(otherSchema, otherCatalogue, members, memberTables);
    }

    State withMembers(Members newer, Map<Dimension, MemberTable> newerTables) {
        return new State(schema, catalogue, Optional.of(newer), newerTables);
    }
}
