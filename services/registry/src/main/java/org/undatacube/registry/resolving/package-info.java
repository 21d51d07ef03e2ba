/**
 * Finds the codes that raw values mean: codes in any case, other spellings, names in the six languages, small
 * misspellings.
 *
 * <p>Invariant: never a silent guess. Every answer says how the code was found and how surely, and where two codes could
 * be meant none is given. Start reading at {@link org.undatacube.registry.resolving.Resolver}.
 */
package org.undatacube.registry.resolving;
