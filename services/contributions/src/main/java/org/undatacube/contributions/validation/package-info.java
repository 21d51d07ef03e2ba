/**
 * The rules that a submission is judged by.
 *
 * <p>Invariant: every finding names a rule of {@link org.undatacube.contributions.validation.Rule}, and a line that no
 * rejecting rule speaks against can be stored as it is. Memory does not grow with the lines: kept are the first 1,000
 * findings of each severity and one total a breakdown; all findings go to a file. Start reading at {@link
 * org.undatacube.contributions.validation.SubmissionJudge}.
 */
package org.undatacube.contributions.validation;
