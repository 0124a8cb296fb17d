package pullquote.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;

/** Checks a table's files, so that nothing broken is published. */
public final class TableFiles {
    private static final String MAGIC = "PAR1";
    private static final int SHORTEST = 12;

    private TableFiles() {}

    /**
     * Reads a file from end to end: magic numbers, footer, columns, page index, and every page against its checksum.
     *
     * @throws UnreadableTableException if the file is cut, damaged, or its columns are not exactly the table's
     */
    public static TableFile check(Path file, TableSchema<?> schema) throws IOException {
        return check(file, schema, schema::isSchemaOf);
    }

    /**
     * The same for a file that may have been written before the table gained some of its columns.
     *
     * @throws UnreadableTableException if the file is cut, damaged, or no file of the table
     */
    public static TableFile checkOlder(Path file, TableSchema<?> schema) throws IOException {
        return check(file, schema, schema::canRead);
    }

    private static TableFile check(Path file, TableSchema<?> schema, Predicate<MessageType> fits) throws IOException {
        try (ParquetFileReader reader = open(file)) {
            MessageType found = reader.getFileMetaData().getSchema();
            if (!fits.test(found)) {
                throw otherTable(file, schema, found);
            }
            long rows = checkPages(file, reader);
            if (rows != reader.getRecordCount()) {
                throw new UnreadableTableException(
                        file, reader.getRecordCount() + " rows", rows + " in the row groups");
            }
            return new TableFile(
                    file,
                    rows,
                    Files.size(file),
                    reader.getRowGroups().size(),
                    reader.getFileMetaData().getKeyValueMetaData());
        }
    }

    /** {@return whether a file has exactly the table's columns; only its footer is read} */
    public static boolean isCurrent(Path file, TableSchema<?> schema) throws IOException {
        try (ParquetFileReader reader = open(file)) {
            return schema.isSchemaOf(reader.getFileMetaData().getSchema());
        }
    }

    static void requireReadable(Path file, TableSchema<?> schema) throws IOException {
        require(file, schema, schema::canRead);
    }

    static void requireColumns(Path file, TableSchema<?> schema) throws IOException {
        require(file, schema, schema::canSelect);
    }

    private static void require(Path file, TableSchema<?> schema, Predicate<MessageType> fits) throws IOException {
        try (ParquetFileReader reader = open(file)) {
            MessageType found = reader.getFileMetaData().getSchema();
            if (!fits.test(found)) {
                throw otherTable(file, schema, found);
            }
        }
    }

    private static UnreadableTableException otherTable(Path file, TableSchema<?> schema, MessageType found) {
        return new UnreadableTableException(file, "the columns of " + schema, found.toString());
    }

    private static ParquetFileReader open(Path file) throws IOException {
        requireMagic(file);
        HadoopInputFile input = LocalHadoop.input(file);
        ParquetReadOptions options = HadoopReadOptions.builder(input.getConfiguration())
                .usePageChecksumVerification(true)
                .build();
        try {
            return ParquetFileReader.open(input, options);
        } catch (IOException | RuntimeException e) {
            throw UnreadableTableException.badFooter(file, e);
        }
    }

    private static void requireMagic(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < SHORTEST) {
                throw new UnreadableTableException(file, "at least " + SHORTEST + " bytes", channel.size() + " bytes");
            }
            requireMagic(file, channel, 0);
            requireMagic(file, channel, channel.size() - MAGIC.length());
        }
    }

    private static void requireMagic(Path file, FileChannel channel, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAGIC.length());
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // a read may fill the buffer in part
        }
        String found = new String(bytes.array(), StandardCharsets.ISO_8859_1);
        if (!found.equals(MAGIC)) {
            throw new UnreadableTableException(
                    file, "Parquet's " + MAGIC + " at byte " + at, "'" + found.replaceAll("[^ -~]", "?") + "'");
        }
    }

    private static long checkPages(Path file, ParquetFileReader reader) throws IOException {
        long rows = 0;
        for (BlockMetaData group : reader.getRowGroups()) {
            try {
                for (ColumnChunkMetaData column : group.getColumns()) {
                    reader.readColumnIndex(column);
                    reader.readOffsetIndex(column);
                }
                rows += checkRowGroup(reader);
            } catch (IOException | RuntimeException e) {
                throw UnreadableTableException.damaged(file, e);
            }
        }
        return rows;
    }

    private static long checkRowGroup(ParquetFileReader reader) throws IOException {
        try (PageReadStore pages = reader.readNextRowGroup()) {
            for (ColumnDescriptor column : reader.getFileMetaData().getSchema().getColumns()) {
                pages.getPageReader(column).getTotalValueCount();
            }
            return pages.getRowCount();
        }
    }
}
