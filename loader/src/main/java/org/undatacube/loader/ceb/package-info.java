/**
 * The raw files that the Chief Executives Board publishes, turned into submissions.
 *
 * <p>Invariant: no row is lost and none is repaired silently. Each row becomes exactly one line or is reported as
 * skipped; whatever is read otherwise than it is written is a {@link org.undatacube.loader.ceb.Finding}. Codes are
 * looked up in the registry's lists, none are written here. Start reading at {@link
 * org.undatacube.loader.ceb.CebFile}.
 */
package org.undatacube.loader.ceb;
