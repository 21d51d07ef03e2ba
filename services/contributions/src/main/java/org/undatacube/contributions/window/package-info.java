/**
 * When entities may report a year: from its opening to its deadline, or to the later one that an entity was granted. A
 * year without a window is open. The secretariat is not bound by windows.
 */
package org.undatacube.contributions.window;
