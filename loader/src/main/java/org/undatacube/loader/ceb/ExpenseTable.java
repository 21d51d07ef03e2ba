package org.undatacube.loader.ceb;

import java.util.List;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** {@code expenses_sub_agency.csv}: expenses by entity, year and function. */
public final class ExpenseTable implements CebTable {
    @Override
    public String name() {
        return "ceb-expenses";
    }

    @Override
    public List<String> columns() {
        return List.of("calendar_year", "amount", "currency", "agency", "sub_agency", "transaction_type");
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
        return Flow.EXPENSE;
    }

    @Override
    public Dimension dimension() {
        return Dimension.FUNCTION;
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    /** The table writes functions by their names, so a name is no finding as another spelling of a code would be. */
    @Override
    public Optional<Reading> read(Row row, CodeList functions) {
        Optional<Code> function = functions.resolve(row.text("transaction_type"));
        if (function.isEmpty()) {
            row.find(Rule.UNKNOWN_CODE, "transaction_type", "");
        }
        String currency = row.text("currency").equals("USD") ? null : row.text("currency");
        return function.map(code -> new Reading(code.code(), currency, null, null));
    }
}
