/**
 * Takes in what entities report, judges it, and publishes it as editions.
 *
 * <p>{@code submission} holds what is reported and stored, {@code validation} the rules, {@code intake} the way in
 * (body → parser → rules → store), {@code publication} the editions and the change feed. Each knows only those named
 * before it, and {@code intake} knows them all. Start reading at {@code intake.Intake}.
 */
package org.undatacube.contributions;
