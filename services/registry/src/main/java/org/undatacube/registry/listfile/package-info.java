/**
 * The project's own format of a code list as CSV: what the reference files are written in, and what is exported and
 * imported again. Start reading at {@link org.undatacube.registry.listfile.ListColumn}.
 *
 * <p>Invariant: a column that a file does not have says nothing; an empty field says that there is none.
 */
package org.undatacube.registry.listfile;
