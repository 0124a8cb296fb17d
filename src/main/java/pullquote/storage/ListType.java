package pullquote.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A list in the standard three levels, {@code list} and {@code element}; elements are never null.
 *
 * @param element what it is a list of
 */
record ListType(ColumnType element) implements ColumnType {
    private static final String REPEATED = "list";
    private static final String ELEMENT = "element";

    @Override
    public Type parquet(Type.Repetition repetition, String name) {
        return ConversionPatterns.listOfElements(repetition, name, element.parquet(Type.Repetition.REQUIRED, ELEMENT));
    }

    @Override
    public void write(RecordConsumer out, Object value, String column) {
        List<?> elements = (List<?>) value;
        out.startGroup();
        if (!elements.isEmpty()) {
            out.startField(REPEATED, 0);
            for (Object each : elements) {
                writeElement(out, each, column);
            }
            out.endField(REPEATED, 0);
        }
        out.endGroup();
    }

    private void writeElement(RecordConsumer out, @Nullable Object value, String column) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "Expected only values in the list of column " + column + " but found null");
        }
        out.startGroup();
        out.startField(ELEMENT, 0);
        element.write(out, value, column);
        out.endField(ELEMENT, 0);
        out.endGroup();
    }

    @Override
    public GroupConverter reader(Consumer<Object> sink) {
        List<Object> read = new ArrayList<>();
        Converter elements = element.reader(read::add);
        GroupConverter repeated = new Level(elements, () -> {}, () -> {});
        return new Level(repeated, read::clear, () -> sink.accept(List.copyOf(read)));
    }

    @Override
    public String words() {
        return "list<" + element.words() + ">";
    }

    /** A group of one child. */
    private static final class Level extends GroupConverter {
        private final Converter child;
        private final Runnable atStart;
        private final Runnable atEnd;

        Level(Converter child, Runnable atStart, Runnable atEnd) {
            this.child = child;
            this.atStart = atStart;
            this.atEnd = atEnd;
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return child;
        }

        @Override
        public void start() {
            atStart.run();
        }

        @Override
        public void end() {
            atEnd.run();
        }
    }
}
