/**
 * The trail of everything that was done: who, when, what, each step with the hash of the one before it, so that none can
 * be changed, left out or put in between unnoticed.
 *
 * <p>Invariant: a step is written in the transaction of what it tells, as the last thing in it. Start reading at {@link
 * org.undatacube.contributions.audit.AuditTrail}; the canonical form is in {@code docs/how-to-verify.md}.
 */
package org.undatacube.contributions.audit;
