package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
    @TempDir
    Path folder;

    @Test
    void namesTableColumnAndFileWhenARequiredValueIsMissing() throws IOException {
        Path file = folder.resolve("credits.parquet");
        try (TableWriter<Wire.Credit> writer = open(file, WriteOptions.standard())) {
            writer.write(new Wire.Credit("story-1", 0, "Dana Ortiz", null));
            assertThatThrownBy(() -> writer.write(new Wire.Credit("story-1", 1, null, null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "Expected a value in column name but found null, in row 1 of table credits, file " + file);
        }
    }

    @Test
    void leavesNoFileBehindAfterARowThatCannotBeWritten() throws IOException {
        Path file = folder.resolve("kills.parquet");
        try (TableWriter<Wire.Kill> writer = TableWriter.open(file, Wire.KILLS, WriteOptions.standard(), Map.of())) {
            assertThatThrownBy(() -> writer.write(new Wire.Kill("run-1", "too far off", Instant.MAX)))
                    .hasMessageContaining("column at")
                    .hasMessageContaining(Instant.MAX.toString());
        }

        assertThat(file).doesNotExist();
    }

    @Test
    void leavesNoFileBehindWhenItIsDiscarded() throws IOException {
        Path file = folder.resolve("credits.parquet");
        TableWriter<Wire.Credit> writer = open(file, WriteOptions.standard());
        writer.write(new Wire.Credit("story-1", 0, "Dana Ortiz", null));
        writer.discard();
        writer.close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("credits.parquet"), "precious");

        assertThatThrownBy(() -> open(file, WriteOptions.standard())).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("precious");
    }

    @Test
    void countsRowsAndBytes() throws IOException {
        Path file = folder.resolve("credits.parquet");
        TableWriter<Wire.Credit> writer = open(file, WriteOptions.standard());
        for (Wire.Credit credit : new Wire(3).credits(100)) {
            writer.write(credit);
        }
        writer.close();

        assertThat(writer.rows()).isEqualTo(100);
        assertThat(writer.bytes()).isEqualTo(Files.size(file));
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        Path file = folder.resolve("a new folder").resolve("credits #1%.parquet");
        open(file, WriteOptions.standard()).close();

        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void leavesTheFilesModeToTheUmask() throws IOException {
        Path file = folder.resolve("credits.parquet");
        open(file, WriteOptions.standard()).close();
        Path plain = Files.createFile(folder.resolve("plain"));

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void compressesWithZstdAndKeepsStatisticsPageIndexAndMetadata() throws IOException {
        Path file = folder.resolve("credits.parquet");
        RoundTripTest.write(file, Wire.CREDITS, WriteOptions.standard(), new Wire(3).credits(100));

        try (ParquetFileReader reader = ParquetFileReader.open(LocalHadoop.input(file))) {
            assertThat(reader.getFileMetaData().getKeyValueMetaData()).containsEntry("run_id", "run-1");
            for (ColumnChunkMetaData column : columns(reader)) {
                assertThat(column.getCodec()).isEqualTo(CompressionCodecName.ZSTD);
                assertThat(column.getStatistics().hasNonNullValue()).isTrue();
                assertThat(reader.readColumnIndex(column)).isNotNull();
                assertThat(reader.readOffsetIndex(column)).isNotNull();
            }
        }
    }

    @Test
    void keepsLongBodiesOutOfTheFooter() throws IOException {
        Path file = folder.resolve("kills.parquet");
        RoundTripTest.write(
                file, Wire.KILLS, WriteOptions.standard(), List.of(new Wire.Kill("run-1", "x".repeat(3_000), null)));

        try (ParquetFileReader reader = ParquetFileReader.open(LocalHadoop.input(file))) {
            assertThat(columns(reader).get(1).getStatistics().getMaxBytes()).hasSizeLessThanOrEqualTo(64);
        }
    }

    @Test
    void addsBloomFiltersAndLeavesOutDictionariesWhereAsked() throws IOException {
        Path file = folder.resolve("credits.parquet");
        WriteOptions options = WriteOptions.standard()
                .withBloomFilters(Map.of("story_id", 1_000L))
                .withPlainColumns(Set.of("story_id"));
        RoundTripTest.write(file, Wire.CREDITS, options, new Wire(3).credits(1_000));

        try (ParquetFileReader reader = ParquetFileReader.open(LocalHadoop.input(file))) {
            ColumnChunkMetaData id = columns(reader).get(0);
            assertThat(id.hasDictionaryPage()).isFalse();
            assertThat(reader.readBloomFilter(id)).isNotNull();
            assertThat(columns(reader).get(1).hasDictionaryPage()).isTrue();
            assertThat(reader.readBloomFilter(columns(reader).get(1))).isNull();
        }
    }

    @Test
    void refusesOptionsForAColumnThatTheTableLacks() {
        WriteOptions options = WriteOptions.standard().withPlainColumns(Set.of("headline"));

        assertThatThrownBy(() -> open(folder.resolve("credits.parquet"), options))
                .hasMessageContaining("headline")
                .hasMessageContaining("credits");
        assertThat(folder).isEmptyDirectory();
    }

    private static List<ColumnChunkMetaData> columns(ParquetFileReader reader) {
        return reader.getRowGroups().stream()
                .map(BlockMetaData::getColumns)
                .flatMap(List::stream)
                .toList();
    }

    private static TableWriter<Wire.Credit> open(Path file, WriteOptions options) throws IOException {
        return TableWriter.open(file, Wire.CREDITS, options, Map.of());
    }
}
