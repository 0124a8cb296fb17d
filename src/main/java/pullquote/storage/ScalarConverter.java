package pullquote.storage;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Hands each value of a primitive column to a sink; the strings of a dictionary are decoded once and shared. */
final class ScalarConverter extends PrimitiveConverter {
    private final Function<Object, Object> decoder;
    private final boolean binary;
    private final Consumer<Object> sink;
    private Object[] dictionary = {};

    /**
     * Creates a converter.
     *
     * @param binary whether the column holds bytes, so that its dictionary is worth decoding ahead
     */
    ScalarConverter(Function<Object, Object> decoder, boolean binary, Consumer<Object> sink) {
        this.decoder = decoder;
        this.binary = binary;
        this.sink = sink;
    }

    @Override
    public boolean hasDictionarySupport() {
        return binary;
    }

    @Override
    public void setDictionary(Dictionary values) {
        dictionary = new Object[values.getMaxId() + 1];
        for (int id = 0; id < dictionary.length; id++) {
            dictionary[id] = decoder.apply(values.decodeToBinary(id));
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        sink.accept(dictionary[id]);
    }

    @Override
    public void addBinary(Binary value) {
        sink.accept(decoder.apply(value));
    }

    @Override
    public void addInt(int value) {
        sink.accept(decoder.apply(value));
    }

    @Override
    public void addLong(long value) {
        sink.accept(decoder.apply(value));
    }

    @Override
    public void addBoolean(boolean value) {
        sink.accept(decoder.apply(value));
    }

    @Override
    public void addDouble(double value) {
        sink.accept(decoder.apply(value));
    }
}
