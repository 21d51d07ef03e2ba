/**
 * What becomes of a submission once it is stored: validated, certified by another person than its preparers, returned,
 * withdrawn. Publishing is next door. Which status follows which is in {@link
 * org.undatacube.contributions.submission.Status}. Start reading at {@link
 * org.undatacube.contributions.lifecycle.LifeCycle}.
 */
package org.undatacube.contributions.lifecycle;
