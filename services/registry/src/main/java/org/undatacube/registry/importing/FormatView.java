package org.undatacube.registry.importing;

import java.util.List;

/**
 * A format in which a list can be imported.
 *
 * @param columns what the header row names, in any order
 */
public record FormatView(String format, String description, List<FileColumn> columns) {
    static FormatView of(ImportFormat format) {
        return new FormatView(format.code(), format.description(), format.columns());
    }
}
