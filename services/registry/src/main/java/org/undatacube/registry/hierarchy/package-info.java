/**
 * Hierarchies of named groups beside the tree that a list has of its own, in all their versions.
 *
 * <p>{@link org.undatacube.registry.hierarchy.Hierarchies} reads, {@link
 * org.undatacube.registry.hierarchy.HierarchyWriter} is the only way in which a hierarchy changes. Invariant: each change
 * is a new version, what a version says is never edited, and who owns a hierarchy alone changes it.
 */
package org.undatacube.registry.hierarchy;
