/**
 * Answers that are made while nobody waits, to be fetched as files for some time.
 *
 * <p>Invariant: whoever knows the address of one may see, cancel and fetch it; all that it can show is published. They end
 * with the process. Start reading at {@link org.undatacube.aggregation.preparation.Preparations}.
 */
package org.undatacube.aggregation.preparation;
