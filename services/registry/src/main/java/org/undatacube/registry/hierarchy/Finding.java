package org.undatacube.registry.hierarchy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Something in a hierarchy that is not as it should be.
 *
 * @param pointer where in the body it is (RFC 6901)
 * @param nearest the right spellings that are nearest to the wrong one, where there are any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String pointer, Object value, String message, List<String> nearest) {}
