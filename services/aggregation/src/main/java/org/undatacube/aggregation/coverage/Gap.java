package org.undatacube.aggregation.coverage;

import org.undatacube.aggregation.cube.Usd;

/**
 * An entity's year that is published but that no breakdown of it can answer for.
 *
 * @param amountReported the control total that is missing from the answer
 */
public record Gap(String entity, int year, String reason, Usd amountReported) {}
