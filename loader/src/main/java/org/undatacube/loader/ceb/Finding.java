package org.undatacube.loader.ceb;

import java.math.BigDecimal;

/**
 * One thing worth saying about one row.
 *
 * @param row line of the file, the header being 1
 * @param field the column
 * @param value what stands there
 * @param amount the row's amount, or null where it has none
 */
public record Finding(Rule rule, long row, String field, String value, BigDecimal amount, String message) {}
