/**
 * Side-by-side measurements of the running suite. Start reading at {@link org.undatacube.benchmarks.Main}; what a
 * roll-up is and how it is asked of each contestant is in {@link org.undatacube.benchmarks.RollUp}.
 */
package org.undatacube.benchmarks;
