package org.undatacube.contributions.submission;

/**
 * Which line of the store.
 *
 * @param number its number within the breakdown
 */
public record LineKey(long breakdown, int number) {}
