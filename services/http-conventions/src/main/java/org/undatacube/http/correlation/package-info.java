/**
 * One identifier for all that a request causes: in its answer, in every log line, in traces and in PostgreSQL.
 *
 * <p>Invariant: what a client sends as an identifier is used only where it is safe to write anywhere; else one is made.
 * Start reading at {@link org.undatacube.http.correlation.Correlation}.
 */
package org.undatacube.http.correlation;
