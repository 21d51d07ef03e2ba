/**
 * Takes files into the code lists. Start reading at {@link org.undatacube.registry.importing.Imports}.
 *
 * <p>Invariant: a file comes in whole or not at all, and each oddity in it is a finding that names row and field.
 */
package org.undatacube.registry.importing;
