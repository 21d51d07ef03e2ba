/**
 * The one compiler from what is to be added up to SQL, for whichever engine runs it.
 *
 * <p>Invariant: the text holds no value of a question; codes, keys, years and amounts are bound. Nothing is looked up in
 * tables of members: which codes go under which keys comes with the question. Start reading at {@link
 * org.undatacube.aggregation.engine.sql.AggregationSql}.
 */
package org.undatacube.aggregation.engine.sql;
