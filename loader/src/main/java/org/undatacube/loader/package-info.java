/**
 * The command that brings figures into a running suite, and asks it questions, through its public API.
 *
 * <p>Invariant: a run that fails publishes nothing, and what a run sends it publishes as one edition. Start reading at
 * {@link org.undatacube.loader.LoadCommand}.
 */
package org.undatacube.loader;
