package org.undatacube.aggregation.preaggregate;

/** A breakdown's block that takes part in an answer. */
record Part(int year, Block block) {}
