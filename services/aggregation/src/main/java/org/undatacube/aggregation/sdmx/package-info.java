/**
 * The cubes as SDMX data, over the REST interfaces of SDMX 2.1 and 3.0.
 *
 * <p>A data flow is the union of the answers to many questions, one for each set of dimensions that is drilled down by: an
 * observation has codes in those and totals in the others. A query is read into a {@link
 * org.undatacube.aggregation.sdmx.DataQuery}, {@link org.undatacube.aggregation.sdmx.Planning} finds which questions it
 * consists of, and {@link org.undatacube.aggregation.sdmx.Plan} has them answered, one at a time, while a {@link
 * org.undatacube.aggregation.sdmx.DataWriter} writes what is found.
 *
 * <p>Invariant: there is no other way to a figure than by a question that is answered as any other. The structures of the
 * flows are the registry's; {@link org.undatacube.aggregation.sdmx.FlowStructure} agrees with them.
 */
package org.undatacube.aggregation.sdmx;
