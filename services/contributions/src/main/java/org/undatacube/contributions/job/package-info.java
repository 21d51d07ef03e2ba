/**
 * Work that goes on after its request was answered with 202: its progress, its cancellation, and its result.
 *
 * <p>Invariant: a job's effect and its success are one transaction, which fails once the job was cancelled or taken for
 * lost; so what is said to be cancelled or interrupted has stored nothing, and never will. Start reading at {@link
 * org.undatacube.contributions.job.Jobs}; why it is so says {@code docs/adr/0010-drafts-jobs-and-uploads.md}.
 */
package org.undatacube.contributions.job;
