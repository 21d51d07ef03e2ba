package org.undatacube.aggregation.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.undatacube.aggregation.answer.StreamedAnswer;

/**
 * An answer's table as a stream of Arrow's record batches: texts, years as 32 and counts as 64 bit integers, amounts and
 * ratios as {@code decimal(38, 9)}. What else there is to know is the schema's metadata.
 */
final class AnswerArrow implements AnswerForm {
    private static final int ROWS_OF_A_BATCH = 16_384;
    private static final int BITS = 128;

    private final ObjectMapper mapper;

    AnswerArrow(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void write(StreamedAnswer answer, Style style, OutputStream out) throws IOException {
        AnswerTable table = new AnswerTable(answer.frame(), style.labels());
        List<Field> fields = table.columns().stream()
                .map(column -> new Field(column.name(), FieldType.nullable(type(column.kind())), null))
                .toList();
        Schema schema = new Schema(fields, FileMetadata.of(answer.frame(), mapper));
        try (BufferAllocator allocator = new RootAllocator();
                VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator);
                ArrowStreamWriter writer = new ArrowStreamWriter(root, null, Channels.newChannel(new Unclosed(out)))) {
            writer.start();
            // the schema, before the first cell is known
            out.flush();
            Batches batches = new Batches(root, writer);
            table.read(answer, batches::add);
            batches.finish();
            writer.end();
        }
    }

    private static ArrowType type(AnswerTable.Kind kind) {
        return switch (kind) {
            case GROUPING, CODE, LABEL -> new ArrowType.Utf8();
            case YEAR -> new ArrowType.Int(Integer.SIZE, true);
            case COUNT -> new ArrowType.Int(Long.SIZE, true);
            case USD, RATIO -> new ArrowType.Decimal(TableDecimal.PRECISION, TableDecimal.SCALE, BITS);
        };
    }

    /** Rows on their way into batches. */
    private static final class Batches {
        private final VectorSchemaRoot root;
        private final ArrowStreamWriter writer;
        private int rows;

        Batches(VectorSchemaRoot root, ArrowStreamWriter writer) {
            this.root = root;
            this.writer = writer;
        }

        void add(AnswerTable.Row row) throws IOException {
            for (int column = 0; column < root.getFieldVectors().size(); column++) {
                set(root.getVector(column), row.value(column));
            }
            rows++;
            if (rows == ROWS_OF_A_BATCH) {
                finish();
            }
        }

        void finish() throws IOException {
            if (rows > 0) {
                root.setRowCount(rows);
                writer.writeBatch();
                root.clear();
                rows = 0;
            }
        }

        private void set(FieldVector vector, Object value) {
            if (value == null) {
                vector.setNull(rows);
            } else if (vector instanceof VarCharVector texts) {
                texts.setSafe(rows, ((String) value).getBytes(StandardCharsets.UTF_8));
            } else if (vector instanceof IntVector years) {
                years.setSafe(rows, (Integer) value);
            } else if (vector instanceof BigIntVector counts) {
                counts.setSafe(rows, (Long) value);
            } else {
                ((DecimalVector) vector).setSafe(rows, TableDecimal.of((BigDecimal) value));
            }
        }
    }
}
