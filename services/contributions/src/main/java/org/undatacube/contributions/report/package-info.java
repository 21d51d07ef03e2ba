/**
 * What the rules found, for those who mend it: all findings by page, counts and money at stake by rule, as JSON, CSV and
 * comments in a workbook; and what the entity says to its warnings. Start reading at {@link
 * org.undatacube.contributions.report.ReportResource}.
 */
package org.undatacube.contributions.report;
