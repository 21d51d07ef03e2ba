/**
 * Code lists in all their versions.
 *
 * <p>{@link org.undatacube.registry.codelist.CodeLists} reads, {@link org.undatacube.registry.codelist.CodeListWriter}
 * is the only way in which a list changes. Invariant: each change is a new version, what a version says is never edited,
 * and no code is ever taken out.
 */
package org.undatacube.registry.codelist;
