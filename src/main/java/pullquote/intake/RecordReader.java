package pullquote.intake;

import java.io.IOException;
import java.util.Optional;

/** Finds the records of one file. */
interface RecordReader {
    /**
     * {@return the next record, or empty after the last}
     *
     * @throws IOException when the rest of the file can't be read
     */
    Optional<Incoming> next() throws IOException;

    /** {@return number of the record that is being read; 0 in a file that is one dispatch} */
    int recordNo();

    /** {@return the format's name, for the tables} */
    String format();
}
