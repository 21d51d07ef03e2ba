/**
 * Side-by-side measurements of the running suite. Start reading at {@link org.undatacube.benchmarks.Main}; what a
 * roll-up is and how it is asked of each contestant is in {@link org.undatacube.benchmarks.RollUp}, what is read of the code
 * lists in {@link org.undatacube.benchmarks.ListReads}, how the aggregation is asked many and large questions in {@link
 * org.undatacube.benchmarks.QuestionBenchmarks}.
 */
package org.undatacube.benchmarks;
