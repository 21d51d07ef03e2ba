package org.undatacube.aggregation.engine.sql;

import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
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
public final class ArrayBinding implements Binding<Object, Object[]> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Map<Class<?>, String> ELEMENT_TYPES =
            Map.of(String.class, "varchar", Integer.class, "integer", Long.class, "bigint");

    private final String elementType;

    private ArrayBinding(String elementType) {
        this.elementType = elementType;
    }

    /** What databases call the type of an array's elements. */
    public static String elementType(Object[] values) {
        return ELEMENT_TYPES.get(values.getClass().getComponentType());
    }

    static Field<String> unnestedTexts(Collection<String> values) {
        return DSL.field("unnest({0})", String.class, parameter(values.toArray(String[]::new)));
    }

    static Field<Integer> unnestedNumbers(Collection<Integer> values) {
        return DSL.field("unnest({0})", Integer.class, parameter(values.toArray(Integer[]::new)));
    }

    static Field<Long> unnestedLongs(Collection<Long> values) {
        return DSL.field("unnest({0})", Long.class, parameter(values.toArray(Long[]::new)));
    }

    private static Field<Object[]> parameter(Object[] values) {
        return DSL.val(values, SQLDataType.OTHER.asConvertedDataType(new ArrayBinding(elementType(values))));
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
