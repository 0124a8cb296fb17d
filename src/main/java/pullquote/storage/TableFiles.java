package pullquote.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;

/** Checks finished files without reading their rows. */
public final class TableFiles {
    private TableFiles() {}

    /**
     * {@return how many rows a file holds}
     *
     * @param path the file
     * @param schema the columns that it should have
     * @throws IOException when it is no whole Parquet file with these columns; the message names the file
     */
    public static long check(Path path, TableSchema<?> schema) throws IOException {
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(LocalFiles.hadoop(path), LocalFiles.shared()))) {
            MessageType found = reader.getFooter().getFileMetaData().getSchema();
            if (!found.equals(schema.message())) {
                throw new IOException("Expected columns " + schema + " but found " + found + " in " + path);
            }
            long size = java.nio.file.Files.size(path);
            long rows = 0;
            for (BlockMetaData group : reader.getRowGroups()) {
                long end = group.getStartingPos() + group.getCompressedSize();
                if (end > size) {
                    throw new IOException(
                            "Expected a row group up to byte " + end + " but found " + size + " bytes in " + path);
                }
                rows += group.getRowCount();
            }
            return rows;
        } catch (RuntimeException malformed) {
            throw new IOException(
                    "Expected a whole Parquet file but found " + malformed.getMessage() + " in " + path, malformed);
        }
    }
}
