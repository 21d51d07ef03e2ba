/**
 * Lines added up beforehand, in the Java heap: nearly every question is answered from them, and the others by the store.
 *
 * <p>Invariant: what is held of a breakdown is all of its lines or nothing, to the last digit, and a breakdown's lines
 * never change; so an answer is the same whether it comes from here or from the store. A {@link
 * org.undatacube.aggregation.preaggregate.Block} is a breakdown's lines merged by some dimensions; the blocks of equal
 * dimensions are a cuboid; {@link org.undatacube.aggregation.preaggregate.Lattice} chooses which cuboids are worth their
 * memory. Start reading at {@link org.undatacube.aggregation.preaggregate.PreAggregatedEngine}.
 */
package org.undatacube.aggregation.preaggregate;
