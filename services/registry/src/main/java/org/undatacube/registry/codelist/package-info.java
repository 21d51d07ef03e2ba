/**
 * Code lists: read, and changed by import.
 *
 * <p>{@link org.undatacube.registry.codelist.CodeLists} reads, {@link org.undatacube.registry.codelist.CodeListWriter}
 * is the only way in which a list changes, and each change gives the list a new version.
 */
package org.undatacube.registry.codelist;
