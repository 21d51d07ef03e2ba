/** What the service takes at most, told in one place. */
package org.undatacube.contributions.limits;
