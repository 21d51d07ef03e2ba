/**
 * What a cube is made of: its measures, its dimensions' members on their levels, and its money.
 *
 * <p>Invariant: {@link org.undatacube.aggregation.cube.Members} is one state of all code lists and never changes; a new
 * version of a list makes new members.
 */
package org.undatacube.aggregation.cube;
