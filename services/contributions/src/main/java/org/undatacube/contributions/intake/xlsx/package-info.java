/**
 * Workbooks as they come from anybody: first checked and copied part by part, then read by a library row by row.
 *
 * <p>Invariant: the library sees only parts whose every size that it keeps in memory has been bounded by {@link
 * org.undatacube.contributions.intake.xlsx.PartCheck}, and numbers keep the digits that stand in the file. Start reading
 * at {@link org.undatacube.contributions.intake.xlsx.Workbook}.
 */
package org.undatacube.contributions.intake.xlsx;
