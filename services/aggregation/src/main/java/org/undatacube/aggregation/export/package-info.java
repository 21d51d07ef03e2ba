/** The forms in which an answer is given. */
package org.undatacube.aggregation.export;
