/**
 * Profiles: what is known of one entity, place, goal or contributor, in one answer.
 *
 * <p>Invariant: each block is one question of a cube and says where it can be asked; all are asked of one edition. A block
 * that no breakdown can answer is there with its obstacle. Start reading at {@link
 * org.undatacube.aggregation.profile.Profiles}.
 */
package org.undatacube.aggregation.profile;
