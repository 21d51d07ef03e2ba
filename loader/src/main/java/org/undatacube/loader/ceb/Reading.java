package org.undatacube.loader.ceb;

/**
 * What a row says besides entity, year and amount.
 *
 * @param code the code of the table's dimension
 * @param currency ISO 4217, or null for United States dollars
 * @param basis EXP or BUD, or null where the table does not say
 * @param note what the line cannot carry otherwise, or null
 */
record Reading(String code, String currency, String basis, String note) {}
