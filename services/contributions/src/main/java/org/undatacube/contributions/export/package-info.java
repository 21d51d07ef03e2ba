/**
 * What comes out of a submission: its lines as CSV, JSON and NDJSON, all of it as a workbook,
 * and what it says in terms of IATI.
 *
 * <p>Invariant: every format gives every digit back that was submitted, and is written while it is read: a million
 * lines take no more memory than a thousand. Start reading at {@link
 * org.undatacube.contributions.export.ExportResource}.
 */
package org.undatacube.contributions.export;
