package pullquote.storage;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Hands a record's components to Parquet, column by column. */
final class RecordWriteSupport<R extends Record> extends WriteSupport<R> {
    private final TableSchema<R> schema;
    private final Map<String, String> metadata;
    private final Map<Class<?>, RecordFields> fields = new HashMap<>();
    private final CharsetEncoder utf8 = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));

    @SuppressWarnings("NullAway.Init") // Parquet calls prepareForWrite first
    private RecordConsumer consumer;

    RecordWriteSupport(TableSchema<R> schema, Map<String, String> metadata) {
        this.schema = schema;
        this.metadata = metadata;
    }

    @Override
    @Deprecated
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema.message(), metadata);
    }

    @Override
    public WriteContext init(org.apache.parquet.conf.ParquetConfiguration configuration) {
        return new WriteContext(schema.message(), metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(R row) {
        consumer.startMessage();
        writeFields(row, schema.message());
        consumer.endMessage();
    }

    private void writeFields(Record row, GroupType group) {
        RecordFields accessors = fields.computeIfAbsent(row.getClass(), RecordFields::new);
        for (int i = 0; i < accessors.count(); i++) {
            Type type = group.getType(i);
            Object value = accessors.get(row, i);
            if (value != null) {
                consumer.startField(type.getName(), i);
                writeValue(value, type);
                consumer.endField(type.getName(), i);
            } else if (type.isRepetition(Type.Repetition.REQUIRED)) {
                throw new IllegalArgumentException(
                        "Expected a value in column " + type.getName() + " of " + group.getName() + " but found null");
            }
        }
    }

    private void writeValue(Object value, Type type) {
        if (value instanceof String text) {
            consumer.addBinary(binary(text));
        } else if (value instanceof Integer number) {
            consumer.addInteger(number);
        } else if (value instanceof Long number) {
            consumer.addLong(number);
        } else if (value instanceof Double number) {
            consumer.addDouble(number);
        } else if (value instanceof Boolean bool) {
            consumer.addBoolean(bool);
        } else if (value instanceof Instant instant) {
            consumer.addLong(micros(instant));
        } else if (value instanceof LocalDate date) {
            consumer.addInteger(Math.toIntExact(date.toEpochDay()));
        } else if (value instanceof List<?> list) {
            writeList(list, type.asGroupType());
        } else {
            consumer.startGroup();
            writeFields((Record) value, type.asGroupType());
            consumer.endGroup();
        }
    }

    private void writeList(List<?> list, GroupType type) {
        consumer.startGroup();
        if (!list.isEmpty()) {
            GroupType repeated = type.getType(0).asGroupType();
            Type element = repeated.getType(0);
            consumer.startField(repeated.getName(), 0);
            for (Object each : list) {
                consumer.startGroup();
                consumer.startField(element.getName(), 0);
                writeValue(each, element);
                consumer.endField(element.getName(), 0);
                consumer.endGroup();
            }
            consumer.endField(repeated.getName(), 0);
        }
        consumer.endGroup();
    }

    /** A lone surrogate has no UTF-8 form; it becomes U+FFFD, one code point for one. */
    private Binary binary(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                try {
                    ByteBuffer bytes = utf8.encode(CharBuffer.wrap(text));
                    return Binary.fromConstantByteBuffer(bytes);
                } catch (CharacterCodingException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
