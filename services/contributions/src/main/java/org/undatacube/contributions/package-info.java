/**
 * Takes in what entities report, judges it, and publishes it as editions.
 *
 * <p>{@code audit} holds the trail of all that was done, {@code submission} what is reported and stored, {@code window}
 * when it may be, {@code validation} the rules, {@code report} what they found and what is said to it, {@code
 * idempotency} requests that can be sent twice, {@code publication} the editions and the change feed, {@code lifecycle}
 * the steps between, {@code job} work that goes on after its answer, {@code upload} bodies that come in pieces, {@code
 * intake} the way in (body → parser → rules → store), {@code correction} changes of what is in, {@code export} the ways
 * out, {@code limits} what is taken at most. None knows one named after it. Start reading at {@code intake.Intake}.
 */
package org.undatacube.contributions;
