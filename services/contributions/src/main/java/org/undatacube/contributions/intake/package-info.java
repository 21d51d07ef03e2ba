/**
 * The way in: a body is put aside within its limit, parsed, judged line by line and copied into the store.
 *
 * <p>Invariant: what comes in at once is stored as a whole or not at all (in part only where that was asked for), and the memory it takes does not grow with its size.
 * A slow sender holds no database connection. Start reading at {@link org.undatacube.contributions.intake.Intake}.
 */
package org.undatacube.contributions.intake;
