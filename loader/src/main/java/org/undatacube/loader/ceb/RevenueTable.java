package org.undatacube.loader.ceb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** {@code revenue_sub_agency.csv}: revenue by entity, year and financing instrument. */
public final class RevenueTable implements CebTable {
    @Override
    public String name() {
        return "ceb-revenue";
    }

    @Override
    public List<String> columns() {
        return List.of("agency", "sub_agency", "calendar_year", "amount", "sub_type_name", "rev_type", "sub_type");
    }

    @Override
    public String entityColumn() {
        return "agency";
    }

    @Override
    public String partColumn() {
        return "sub_agency";
    }

    @Override
    public String yearColumn() {
        return "calendar_year";
    }

    @Override
    public Flow flow() {
        return Flow.REVENUE;
    }

    @Override
    public Dimension dimension() {
        return Dimension.INSTRUMENT;
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public Optional<Reading> read(Row row, CodeList instruments) {
        Optional<Code> instrument = row.code("sub_type", instruments);
        instrument.ifPresent(code -> {
            checkName(row, "sub_type_name", code, instruments);
            checkName(row, "rev_type", code, instruments);
        });
        return instrument.map(code -> new Reading(code.code(), null, null, null));
    }

    /** Older rows name the group instead of the instrument, so the name of any code on the path is right. */
    private static void checkName(Row row, String field, Code code, CodeList instruments) {
        String written = row.text(field);
        List<Code> path = instruments.path(code);
        if (path.stream().anyMatch(step -> spellings(step).anyMatch(written::equals))) {
            return;
        }
        Optional<Code> named = instruments.codes().stream()
                .filter(other -> spellings(other).anyMatch(written::equalsIgnoreCase))
                .findFirst();
        if (named.isPresent() && path.stream().noneMatch(step -> spellings(step).anyMatch(written::equalsIgnoreCase))) {
            row.find(
                    Rule.NAME_CONTRADICTS_CODE,
                    field,
                    "The name is that of " + named.get().code() + ", the code is " + code.code() + ".");
        } else {
            row.find(
                    Rule.NAME_VARIANT, field, "The list's name of " + code.code() + " is " + code.englishLabel() + ".");
        }
    }

    private static Stream<String> spellings(Code code) {
        return Stream.concat(
                Stream.of(code.englishLabel()), code.aliases().stream().map(Code.Alias::alias));
    }
}
