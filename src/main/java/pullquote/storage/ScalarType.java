package pullquote.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The single values that a column can hold: only those that DuckDB and Spark read alike. */
enum ScalarType implements ColumnType {
    STRING(String.class, String.class, PrimitiveTypeName.BINARY) {
        @Override
        LogicalTypeAnnotation logical() {
            return LogicalTypeAnnotation.stringType();
        }

        @Override
        void add(RecordConsumer out, Object value) {
            out.addBinary(Utf8.binary((String) value));
        }

        @Override
        Function<Object, Object> decoder() {
            return raw -> ((Binary) raw).toStringUsingUTF8();
        }
    },
    INT(int.class, Integer.class, PrimitiveTypeName.INT32) {
        @Override
        void add(RecordConsumer out, Object value) {
            out.addInteger((Integer) value);
        }
    },
    LONG(long.class, Long.class, PrimitiveTypeName.INT64) {
        @Override
        void add(RecordConsumer out, Object value) {
            out.addLong((Long) value);
        }
    },
    BOOLEAN(boolean.class, Boolean.class, PrimitiveTypeName.BOOLEAN) {
        @Override
        void add(RecordConsumer out, Object value) {
            out.addBoolean((Boolean) value);
        }
    },
    DOUBLE(double.class, Double.class, PrimitiveTypeName.DOUBLE) {
        @Override
        void add(RecordConsumer out, Object value) {
            out.addDouble((Double) value);
        }
    },
    /** An instant in microseconds; what is finer is cut off. */
    TIMESTAMP(Instant.class, Instant.class, PrimitiveTypeName.INT64) {
        @Override
        LogicalTypeAnnotation logical() {
            return LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
        }

        @Override
        void add(RecordConsumer out, Object value) {
            Instant at = (Instant) value;
            out.addLong(Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000));
        }

        @Override
        Function<Object, Object> decoder() {
            return raw -> {
                long micros = (Long) raw;
                return Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
            };
        }
    },
    DATE(LocalDate.class, LocalDate.class, PrimitiveTypeName.INT32) {
        @Override
        LogicalTypeAnnotation logical() {
            return LogicalTypeAnnotation.dateType();
        }

        @Override
        void add(RecordConsumer out, Object value) {
            out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
        }

        @Override
        Function<Object, Object> decoder() {
            return raw -> LocalDate.ofEpochDay((Integer) raw);
        }
    };

    private final Class<?> plain;
    private final Class<?> boxed;
    private final PrimitiveTypeName physical;

    ScalarType(Class<?> plain, Class<?> boxed, PrimitiveTypeName physical) {
        this.plain = plain;
        this.boxed = boxed;
        this.physical = physical;
    }

    static Optional<ScalarType> of(Class<?> type) {
        for (ScalarType scalar : values()) {
            if (scalar.plain == type || scalar.boxed == type) {
                return Optional.of(scalar);
            }
        }
        return Optional.empty();
    }

    /** {@return what the physical type stands for; null for one that stands for itself} */
    @Nullable
    LogicalTypeAnnotation logical() {
        return null;
    }

    abstract void add(RecordConsumer out, Object value);

    /** {@return how the value is made of what Parquet hands over: Binary, Integer, Long, Boolean or Double} */
    Function<Object, Object> decoder() {
        return Function.identity();
    }

    @Override
    public PrimitiveType parquet(Type.Repetition repetition, String name) {
        LogicalTypeAnnotation logical = logical();
        Types.PrimitiveBuilder<PrimitiveType> type = Types.primitive(physical, repetition);
        return (logical == null ? type : type.as(logical)).named(name);
    }

    @Override
    public void write(RecordConsumer out, Object value, String column) {
        try {
            add(out, value);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Expected a " + words() + " that fits column " + column + " but found " + value, e);
        }
    }

    @Override
    public PrimitiveConverter reader(Consumer<Object> sink) {
        return new ScalarConverter(decoder(), physical == PrimitiveTypeName.BINARY, sink);
    }

    @Override
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
