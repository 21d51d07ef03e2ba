/**
 * The addresses under {@code /api/v1/cubes}. Resources here know HTTP and nothing else: what is asked is read in {@code
 * query}, answered in {@code answer}.
 */
package org.undatacube.aggregation.ask;
