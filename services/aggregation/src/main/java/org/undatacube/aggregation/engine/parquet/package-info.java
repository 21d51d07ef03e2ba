/**
 * Lines written as Parquet, by DuckDB's own writer.
 *
 * <p>Invariant: the engine here is another one than the store's, knows nothing but the lines that it is given, and can
 * reach no file outside the folder in which it writes; the store's engine still reaches none. The one thing here: {@link
 * org.undatacube.aggregation.engine.parquet.ParquetLines}.
 */
package org.undatacube.aggregation.engine.parquet;
