package org.undatacube.aggregation.engine.duckdb;

import org.undatacube.aggregation.coverage.Catalogue;

/** What a reader sees, exchanged as a whole. */
record State(CubeSchema schema, Catalogue catalogue) {}
