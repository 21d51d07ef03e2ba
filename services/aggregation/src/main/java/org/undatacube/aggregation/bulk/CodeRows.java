package org.undatacube.aggregation.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** A code list with its labels and with the member of each code on each level, and then codes of lines that it lacks. */
final class CodeRows {
    private CodeRows() {}

    /** @param seen the codes of lines, sorted */
    static void write(CodeList list, Collection<String> seen, CsvTable table) {
        for (Code code : list.codes()) {
            List<String> fields = new ArrayList<>();
            fields.add(code.code());
            fields.add(code.level());
            fields.add(code.parent());
            fields.add(code.englishLabel());
            fields.add(text(code.validFrom()));
            fields.add(text(code.validTo()));
            fields.add(code.supersededBy());
            list.levels().forEach(level -> fields.add(list.memberAt(code, level).code()));
            table.row(fields);
        }
        seen.stream().filter(code -> list.find(code).isEmpty()).forEach(code -> table.row(unlisted(code, list)));
    }

    /** As the service shows it: under its own code on every level. */
    private static List<String> unlisted(String code, CodeList list) {
        List<String> fields =
                Stream.of(code, null, null, code, null, null, null).collect(Collectors.toCollection(ArrayList::new));
        list.levels().forEach(level -> fields.add(code));
        return fields;
    }

    private static String text(Integer year) {
        return year == null ? null : year.toString();
    }
}
