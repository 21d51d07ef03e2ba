/**
 * What every service asks of its PostgreSQL: that it keeps what it acknowledged ({@link DurabilityCheck}), and that it knows
 * for which request it works ({@link ConnectionName}).
 */
package org.undatacube.durablestore;
