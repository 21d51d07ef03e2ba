/**
 * Agencies that report while processes of the suite are killed, and the comparison of what they were promised with what is
 * there in the end. Start reading at {@link org.undatacube.acceptance.faults.NothingLostIT}.
 */
package org.undatacube.acceptance.faults;
