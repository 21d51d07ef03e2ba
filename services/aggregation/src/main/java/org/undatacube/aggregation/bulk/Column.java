package org.undatacube.aggregation.bulk;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param type as Table Schema calls it: string, integer or number
 * @param references the table in whose first column its values are; empty where there is none
 */
record Column(String name, String type, boolean required, String description, Optional<String> references) {
    static Column text(String name, String description) {
        return new Column(name, "string", true, description, Optional.empty());
    }

    static Column number(String name, String type, String description) {
        return new Column(name, type, true, description, Optional.empty());
    }

    Column optional() {
        return new Column(name, type, false, description, references);
    }

    Column in(String table) {
        return new Column(name, type, required, description, Optional.of(table));
    }
}
