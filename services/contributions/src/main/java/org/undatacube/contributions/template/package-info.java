/**
 * Workbooks to fill in and send: one for a flow and a year, in each of the six languages, with lists of the codes that may
 * be reported.
 *
 * <p>Invariant: what is filled in as the template says is read as a submission. Start reading at {@link
 * org.undatacube.contributions.template.Template}.
 */
package org.undatacube.contributions.template;
