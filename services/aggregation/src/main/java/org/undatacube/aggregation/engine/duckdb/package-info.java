/**
 * The engine on DuckDB, embedded, in one file.
 *
 * <p>Invariant: every state that a reader can see is one committed transaction. A cube lives in a schema of its own
 * ({@link org.undatacube.aggregation.engine.duckdb.CubeSchema}); building it anew means another schema and a change of
 * the name in the table {@code live}. Questions are written with jOOQ and bound parameters; the engine is locked down,
 * so that no text of a client could reach a file. Start reading at {@link
 * org.undatacube.aggregation.engine.duckdb.DuckDbEngine}.
 */
package org.undatacube.aggregation.engine.duckdb;
