package pullquote.dispatch;

import java.util.List;
import java.util.Optional;

/**
 * A raw text taken apart into its pieces, none of them normalised yet.
 *
 * @param header what its header lines state
 * @param headline the lines above or below the header lines that are its headline; empty for none
 * @param bylines the rows of its leading byline lines
 * @param notes editorial notes before the story: {@code Eds: …}, {@code (This story corrects …)}
 * @param byline the byline and credit lines as printed
 * @param body offset at which the body begins: at the dateline, or at a summary above it
 * @param summaryEnd offset after the sentences that stand above the dateline; the body's for none
 * @param story offset of the dateline or, where there is none, of the story
 * @param dateline the dateline, its year not known yet
 * @param credits the rows of its trailing credit lines
 * @param end offset after the body
 */
record WireCopy(
        List<HeaderField> header,
        List<String> headline,
        List<Byline> bylines,
        List<String> notes,
        List<String> byline,
        int body,
        int summaryEnd,
        int story,
        Optional<DatelineReader.Found> dateline,
        List<Byline> credits,
        int end) {}
