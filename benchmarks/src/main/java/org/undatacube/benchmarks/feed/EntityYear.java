package org.undatacube.benchmarks.feed;

import java.util.List;
import org.undatacube.codelists.DimensionSet;

/**
 * What one entity publishes of a year.
 *
 * @param number from 0
 * @param size place of the entity among all, 0 for the largest
 * @param lines in each of the breakdowns
 * @param breakdowns the dimensions of each; all of them are of the same money
 */
record EntityYear(int number, String entity, int size, int year, int lines, List<DimensionSet> breakdowns) {}
