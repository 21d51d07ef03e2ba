package org.undatacube.aggregation.engine.sql;

import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Sends many values as one parameter. jOOQ's own way of binding an array fails with DuckDB's driver, and a parameter
 * for each value is slow where there are hundreds. Several of them unnested in one select go in step, in DuckDB and in
 * PostgreSQL.
 */
final class ArrayBinding implements Binding<Object, Object[]> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String elementType;

    private ArrayBinding(String elementType) {
        this.elementType = elementType;
    }

    static Field<String> unnestedTexts(Collection<String> values) {
        return DSL.field("unnest({0})", String.class, parameter("varchar", values.toArray(String[]::new)));
    }

    static Field<Integer> unnestedNumbers(Collection<Integer> values) {
        return DSL.field("unnest({0})", Integer.class, parameter("integer", values.toArray(Integer[]::new)));
    }

    static Field<Long> unnestedLongs(Collection<Long> values) {
        return DSL.field("unnest({0})", Long.class, parameter("bigint", values.toArray(Long[]::new)));
    }

    private static Field<Object[]> parameter(String elementType, Object[] values) {
        return DSL.val(values, SQLDataType.OTHER.asConvertedDataType(new ArrayBinding(elementType)));
    }

    @Override
    public Converter<Object, Object[]> converter() {
        return Converter.of(Object.class, Object[].class, Object[].class::cast, values -> values);
    }

    @Override
    public void sql(BindingSQLContext<Object[]> context) {
        context.render().sql("cast(").sql(context.variable()).sql(" as " + elementType + "[])");
    }

    @Override
    public void set(BindingSetStatementContext<Object[]> context) throws SQLException {
        PreparedStatement statement = context.statement();
        statement.setArray(context.index(), statement.getConnection().createArrayOf(elementType, context.value()));
    }

    @Override
    public void register(BindingRegisterContext<Object[]> context) {
        throw new UnsupportedOperationException("parameters only");
    }

    @Override
    public void set(BindingSetSQLOutputContext<Object[]> context) {
        throw new UnsupportedOperationException("parameters only");
    }

    @Override
    public void get(BindingGetResultSetContext<Object[]> context) {
        throw new UnsupportedOperationException("parameters only");
    }

    @Override
    public void get(BindingGetStatementContext<Object[]> context) {
        throw new UnsupportedOperationException("parameters only");
    }

    @Override
    public void get(BindingGetSQLInputContext<Object[]> context) {
        throw new UnsupportedOperationException("parameters only");
    }
}
