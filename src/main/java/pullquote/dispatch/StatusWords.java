package pullquote.dispatch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import pullquote.dispatch.Dispatch.Status;

/** Reads from a headline or a note whether a dispatch corrects, withholds or kills a story. */
final class StatusWords {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Beginnings of words of which every status has one. */
    private static final List<String> SIGNS =
            List.of("kill", "withh", "withd", "retract", "cancel", "disregard", "corr", "refile", "fixes");

    private static final String FIRST = "kwrcdf";

    /** {@code KILL}, {@code BULLETIN KILL}, {@code STORY KILLED}, {@code (This story has been withdrawn)}. */
    private static final Pattern CANCELED = Pattern.compile(
            "^\\W{0,3}(?:(?:BULLETIN|URGENT|EDS|Eds|NOTE|ADVISORY|MANDATORY|Mandatory|STORY|Story)\\W{1,3}){0,2}(?:KILL(?:ED)?|Kill)\\b"
                    + "|(?i:\\b(?:story|item|dispatch|article|report) (?:is|has been|was) (?:killed|withdrawn|retracted|cancell?ed)\\b)"
                    + "|^\\W{0,3}(?:WITHDRAWN|WITHDRAWAL|RETRACTED|RETRACTION|CANCELL?ED)\\b\\s*[-:–—(]|(?i:^\\W{0,3}please (?:disregard|kill)\\b)");

    private static final Pattern WITHHELD = Pattern.compile(
            "^\\W{0,3}(?:(?:BULLETIN|EDS|Eds|NOTE|ADVISORY|MANDATORY)\\W{1,3}){0,2}(?:WITHHOLD|WITHHELD|Withhold)\\b|(?i:^\\W{0,3}(?:please )?withhold (?:the |this )?(?:story|item|dispatch|article)\\b)");
    /** {@code CORRECTED-}, {@code REFILE-}, {@code (Corrects …)}, {@code (This story corrects …)}, {@code to CORRECT}. */
    private static final Pattern CORRECTED = Pattern.compile(
            "^\\W{0,3}(?:[A-Z]{2,12}[-:]\\s?)?(?:CORRECTED|CORRECTION|CORRECTS?|REFILE|REFILED|CORR)\\b(?:\\W|$)"
                    + "|^\\W{0,3}(?:Correction|Corrected|Refile)\\s{0,2}[:(-]|^\\s{0,3}\\((?:Corrects|Refiles?|Corrected|Correcting|Fixes)\\b"
                    + "|(?i:^\\W{0,3}\\(?(?:this|in this|the) (?:(?:refiled|corrected) )?(?:story|item|version|article)\\b.{0,80}\\b(?:corrects?|corrected|refiles|fixes))"
                    + "|(?i:\\(this .{0,60}\\b(?:story|item|version|article) corrects)|\\bto CORRECT\\b|[( ](?:CORRECTED|REFILE)\\)?$");

    private StatusWords() {}

    /** {@return the status that a headline or note announces; empty where it announces none} */
    static Optional<Status> read(String words) {
        if (!maySay(words)) {
            return Optional.empty();
        }
        String line = SPACES.matcher(words).replaceAll(" ");
        if (CANCELED.matcher(line).find()) {
            return Optional.of(Status.CANCELED);
        }
        if (WITHHELD.matcher(line).find()) {
            return Optional.of(Status.WITHHELD);
        }
        return CORRECTED.matcher(line).find() ? Optional.of(Status.CORRECTED) : Optional.empty();
    }

    private static boolean maySay(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (FIRST.indexOf(words.charAt(i) | 0x20) >= 0 && (i == 0 || !Character.isLetter(words.charAt(i - 1)))) {
                for (String sign : SIGNS) {
                    if (words.regionMatches(true, i, sign, 0, sign.length())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** {@return the status that a carrier's field names, in IPTC's words or a newsroom's} */
    static Optional<Status> named(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT).replaceFirst("^stat(?:us)?:", "");
        return switch (word) {
            case "usable", "published", "embargoed" -> Optional.of(Status.USABLE);
            case "corrected", "correction", "refile" -> Optional.of(Status.CORRECTED);
            case "withheld", "withhold" -> Optional.of(Status.WITHHELD);
            case "canceled", "cancelled", "killed", "kill", "recalled" -> Optional.of(Status.CANCELED);
            default -> Optional.empty();
        };
    }
}
