package org.undatacube.aggregation.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.undatacube.aggregation.Terms;

/** Describes the tables of an archive for machines (Frictionless Data Package, version 1). */
final class DataPackage {
    private static final String NAME = "name";
    private static final String TITLE = "title";
    private static final String PATH = "path";

    private DataPackage() {}

    static ObjectNode of(Product product, List<CsvTable.Written> tables, Terms terms) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("profile", "tabular-data-package");
        document.put(NAME, "undatacube-" + product.name());
        document.put(TITLE, title(product));
        document.put("description", "How to add up: README.md. Amounts are United States dollars.");
        document.put("version", Long.toString(product.to().number()));
        document.put("created", product.to().publishedAt().toString());
        document.putArray("sources").addObject().put(TITLE, terms.source());
        terms.licenceAddress()
                .ifPresent(address -> document.putArray("licenses")
                        .addObject()
                        .put(PATH, address)
                        .put(TITLE, terms.licence()));
        ArrayNode resources = document.putArray("resources");
        tables.forEach(table -> resources.add(resource(table)));
        return document;
    }

    static String title(Product product) {
        String cube = "UN data cube: " + product.cube().code();
        return product.from()
                .map(from -> cube + ", from edition " + from.number() + " to edition "
                        + product.to().number())
                .orElseGet(() -> cube + ", edition " + product.to().number());
    }

    private static ObjectNode resource(CsvTable.Written written) {
        Table table = written.table();
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("profile", "tabular-data-resource");
        resource.put(NAME, table.name());
        resource.put(PATH, table.file());
        resource.put(TITLE, table.title());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", written.bytes());
        resource.put("hash", "sha256:" + written.hash());
        resource.putObject("dialect")
                .put("delimiter", ",")
                .put("lineTerminator", "\r\n")
                .put("header", true);
        resource.set("schema", schema(table));
        return resource;
    }

    private static ObjectNode schema(Table table) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode fields = schema.putArray("fields");
        for (Column column : table.columns()) {
            ObjectNode field = fields.addObject()
                    .put(NAME, column.name())
                    .put("type", column.type())
                    .put("description", column.description());
            if (column.required()) {
                field.putObject("constraints").put("required", true);
            }
        }
        if (!table.key().isEmpty()) {
            ArrayNode key = schema.putArray("primaryKey");
            table.key().forEach(key::add);
        }
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        for (Column column : table.columns()) {
            column.references()
                    .ifPresent(target -> references
                            .addObject()
                            .put("fields", column.name())
                            .putObject("reference")
                            .put("resource", target)
                            .put("fields", target.startsWith(Table.BREAKDOWNS) ? Table.BREAKDOWN : Table.CODE));
        }
        if (!references.isEmpty()) {
            schema.set("foreignKeys", references);
        }
        return schema;
    }
}
