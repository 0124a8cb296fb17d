package pullquote.storage;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Puts records together from Parquet's columns. */
final class RecordReadSupport<R extends Record> extends ReadSupport<R> {
    private final TableSchema<R> schema;

    RecordReadSupport(TableSchema<R> schema) {
        this.schema = schema;
    }

    @Override
    @SuppressWarnings("deprecation") // the only form that takes the file's columns
    public ReadContext init(Configuration configuration, Map<String, String> keyValueMetaData, MessageType fileSchema) {
        return new ReadContext(schema.message());
    }

    @Override
    @SuppressWarnings("deprecation") // still the abstract one
    public RecordMaterializer<R> prepareForRead(
            Configuration configuration,
            Map<String, String> keyValueMetaData,
            MessageType fileSchema,
            ReadContext readContext) {
        RecordConverter root = new RecordConverter(schema.row(), row -> {});
        return new RecordMaterializer<>() {
            @Override
            public R getCurrentRecord() {
                return schema.row().cast(Objects.requireNonNull(root.current()));
            }

            @Override
            public GroupConverter getRootConverter() {
                return root;
            }
        };
    }

    private static Converter converter(Type type, Consumer<Object> sink) {
        if (type instanceof ParameterizedType list) {
            return new ListConverter(list.getActualTypeArguments()[0], sink);
        }
        if (type instanceof Class<?> nested && nested.isRecord()) {
            return new RecordConverter(nested, sink);
        }
        return new ValueConverter(type, sink);
    }

    private static final class RecordConverter extends GroupConverter {
        private final RecordFields fields;
        private final Converter[] converters;
        private final @Nullable Object[] values;
        private final Consumer<Object> sink;
        private @Nullable Object current;

        RecordConverter(Class<?> row, Consumer<Object> sink) {
            RecordComponent[] components = row.getRecordComponents();
            this.fields = new RecordFields(row);
            this.converters = new Converter[components.length];
            this.values = new @Nullable Object[components.length];
            this.sink = sink;
            for (int i = 0; i < components.length; i++) {
                int index = i;
                converters[i] = converter(components[i].getGenericType(), value -> values[index] = value);
            }
        }

        @Nullable
        Object current() {
            return current;
        }

        @Override
        public Converter getConverter(int index) {
            return converters[index];
        }

        @Override
        public void start() {
            java.util.Arrays.fill(values, null);
        }

        @Override
        public void end() {
            Object row = fields.create(values.clone());
            current = row;
            sink.accept(row);
        }
    }

    /** The group of a list; its repeated child group, then the element. */
    private static final class ListConverter extends GroupConverter {
        private final Consumer<Object> sink;
        private final GroupConverter repeated;
        private List<Object> elements = new ArrayList<>();

        ListConverter(Type element, Consumer<Object> sink) {
            this.sink = sink;
            Converter each = converter(element, value -> elements.add(value));
            this.repeated = new GroupConverter() {
                @Override
                public Converter getConverter(int index) {
                    return each;
                }

                @Override
                public void start() {}

                @Override
                public void end() {}
            };
        }

        @Override
        public Converter getConverter(int index) {
            return repeated;
        }

        @Override
        public void start() {
            elements = new ArrayList<>();
        }

        @Override
        public void end() {
            sink.accept(List.copyOf(elements));
        }
    }

    private static final class ValueConverter extends PrimitiveConverter {
        private final Type type;
        private final Consumer<Object> sink;

        ValueConverter(Type type, Consumer<Object> sink) {
            this.type = type;
            this.sink = sink;
        }

        @Override
        public void addBinary(Binary value) {
            sink.accept(value.toStringUsingUTF8());
        }

        @Override
        public void addInt(int value) {
            sink.accept(type == LocalDate.class ? LocalDate.ofEpochDay(value) : (Object) value);
        }

        @Override
        public void addLong(long value) {
            sink.accept(
                    type == Instant.class
                            ? Instant.ofEpochSecond(
                                    Math.floorDiv(value, 1_000_000L), Math.floorMod(value, 1_000_000L) * 1_000)
                            : (Object) value);
        }

        @Override
        public void addDouble(double value) {
            sink.accept(value);
        }

        @Override
        public void addBoolean(boolean value) {
            sink.accept(value);
        }
    }
}
