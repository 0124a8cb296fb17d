package pullquote.intake;

import com.google.re2j.Pattern;
import java.util.Map;
import pullquote.dispatch.RawDispatch;

/** How the records of a file are found. */
public sealed interface FileFormat {

    /** {@return the name that the tables show} */
    String name();

    /** One dispatch a file. */
    record PlainText() implements FileFormat {
        @Override
        public String name() {
            return "txt";
        }
    }

    /**
     * Many dispatches a file.
     *
     * @param separator matches the whole of a line that stands between two dispatches
     */
    record ManyTexts(Pattern separator) implements FileFormat {
        @Override
        public String name() {
            return "multi";
        }
    }

    /**
     * One JSON object a line (JSON Lines).
     *
     * @param text name of the member that holds the text
     * @param fields names of the members that state fields of the dispatch
     */
    record JsonLines(String text, Map<RawDispatch.Field, String> fields) implements FileFormat {
        public JsonLines {
            fields = Map.copyOf(fields);
        }

        @Override
        public String name() {
            return "jsonl";
        }
    }

    /**
     * A file name's pattern and what it tells.
     *
     * @param match a glob on the file name, without {@code .gz}
     * @param format how such files are read
     */
    record Rule(String match, FileFormat format) {}
}
