package pullquote.dispatch;

import java.util.List;

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
 * @param dateline offset of the dateline, where there is one
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
        int dateline,
        List<Byline> credits,
        int end) {}
