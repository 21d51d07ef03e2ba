/**
 * The registry: the code lists of the seven UN data standards, exchange rates, and the keys of those who may write.
 *
 * <p>Invariant: a list never changes without a new version, and never loses a code. Start reading at {@link
 * org.undatacube.registry.codelist.CodeLists}.
 */
package org.undatacube.registry;
