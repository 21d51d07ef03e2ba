/**
 * The guides of docs, and the programs of docs/examples, run as their readers are told to.
 *
 * <p>Invariant: what a guide shows as printed is what its commands print, of a suite that has the sample and what the
 * guides have published before. Start reading at {@link org.undatacube.acceptance.guide.GuidesIT}.
 */
package org.undatacube.acceptance.guide;
