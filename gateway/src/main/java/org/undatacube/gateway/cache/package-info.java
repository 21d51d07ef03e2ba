/**
 * Answers that are kept and given to all who ask the same (RFC 9111, a shared cache in memory).
 *
 * <p>Invariants: what was answered to a caller with credentials is never kept, and what is kept is never given to such a
 * caller unless it says that it is public. An answer that must not be given without asking is not given on the word of a
 * question that was asked before the caller's own came in. Start reading at {@link org.undatacube.gateway.cache.Caching}.
 */
package org.undatacube.gateway.cache;
