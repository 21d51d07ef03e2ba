package org.undatacube.loader.suite;

/** What publishing made. */
public record Edition(long edition, String publishedAt, String title) {}
