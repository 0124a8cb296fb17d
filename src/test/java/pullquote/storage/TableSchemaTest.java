package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableSchemaTest {
    record Dispatch(
            String dispatchId,
            @Nullable String sourceSha256,
            int bodyStart,
            long bytes,
            double confidence,
            boolean continued,
            @Nullable Instant publishedAt,
            @Nullable LocalDate datelineDate,
            List<String> speakers,
            @Nullable List<Wire.Piece> cueSpans) {}

    record Urgent(Locale language) {}

    record Index(Map<String, String> entries) {}

    record Credits(List<@Nullable String> names) {}

    record Raw(List<?> names) {}

    @Test
    void turnsRecordsIntoTheColumnsThatTheContractPromises() {
        assertThat(TableSchema.of("dispatches", Dispatch.class)).hasToString("""
                message dispatches {
                  required binary dispatch_id (STRING);
                  optional binary source_sha256 (STRING);
                  required int32 body_start;
                  required int64 bytes;
                  required double confidence;
                  required boolean continued;
                  optional int64 published_at (TIMESTAMP(MICROS,true));
                  optional int32 dateline_date (DATE);
                  required group speakers (LIST) {
                    repeated group list {
                      required binary element (STRING);
                    }
                  }
                  optional group cue_spans (LIST) {
                    repeated group list {
                      required group element {
                        required int32 start;
                        required int32 end;
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void describesEachColumnInWords() {
        assertThat(TableSchema.of("dispatches", Dispatch.class).columns())
                .containsExactly(
                        new Column("dispatch_id", "string", true),
                        new Column("source_sha256", "string", false),
                        new Column("body_start", "int", true),
                        new Column("bytes", "long", true),
                        new Column("confidence", "double", true),
                        new Column("continued", "boolean", true),
                        new Column("published_at", "timestamp", false),
                        new Column("dateline_date", "date", false),
                        new Column("speakers", "list<string>", true),
                        new Column("cue_spans", "list<{start: int, end: int}>", false));
    }

    @Test
    void refusesTypesThatSomeReaderCannotRead() {
        for (Class<? extends Record> rows : List.of(Urgent.class, Index.class, Credits.class, Raw.class)) {
            assertThatThrownBy(() -> TableSchema.of("stories", rows))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(rows.getName());
        }
    }

    @Test
    void refusesATableNameThatIsNoPlainDirectory() {
        for (String name : List.of("", "Stories", "a/b", "..", ".hidden", "_work", "a b")) {
            assertThatThrownBy(() -> TableSchema.of(name, Dispatch.class)).hasMessageContaining("'" + name + "'");
        }
    }
}
