/**
 * Real PostgreSQL without an installation: the server's binaries come from Maven Central, the data stays in a folder.
 *
 * <p>Invariant: what the server acknowledges is on disk ({@code fsync}, {@code full_page_writes} and {@code
 * synchronous_commit} are on) unless a test asks for a {@link
 * org.undatacube.embeddedpostgresql.EmbeddedServer.Durability#FORGETFUL} one. The server is a process of its own that
 * outlives whoever started it. Start reading at {@link org.undatacube.embeddedpostgresql.EmbeddedServer}.
 */
package org.undatacube.embeddedpostgresql;
