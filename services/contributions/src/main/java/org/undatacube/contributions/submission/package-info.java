/**
 * What an entity reports for one year and flow, as stored and as shown.
 *
 * <p>Invariant: a stored submission passed every rule that rejects, and once it is published nothing of it changes but
 * its status (the database refuses it too). Start reading at {@link
 * org.undatacube.contributions.submission.Submission}.
 */
package org.undatacube.contributions.submission;
