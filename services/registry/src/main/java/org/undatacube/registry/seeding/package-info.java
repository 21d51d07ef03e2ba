/**
 * Loads what the project ships, its reference files, into the database at every start.
 *
 * <p>Invariant: all of them or none, and nothing where nothing changed. What was imported stays.
 */
package org.undatacube.registry.seeding;
