package pullquote.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what the lines before a story are by their words: notes, lists of points, captions, codes, contacts. */
final class FrontLines {
    private static final int LONGEST_CODE = 120;

    /** {@code Eds: SUBS 4th graf …}, {@code EDITOR'S NOTE}: runs on until the byline or dateline. */
    static final Pattern NOTE =
            Pattern.compile("(?:Eds|EDS|EDITORS?'?S? NOTES?|Editor's note|Note to editors)\\s?[:_-].*");
    /** A note in brackets: {@code (Corrects …)}, {@code (This story corrects …)}, {@code (Adds quotes)}. */
    static final Pattern BRACKETED_NOTE = Pattern.compile(
            "[(\\[*]\\s?(?:Corrects?|Corrected|Correcting|Refiles?|Adds?|Updates?|Recasts?|Repeats?|Removes?|Fixes|Deletes?|Releads?|Clarifies|Changes|Rewrites|Writes|"
                    + "(?:Eds|EDS|Note|NOTE)\\b:?|In [A-Z][a-z]{2,8}\\.? \\d{1,2} (?:story|item)|"
                    + "(?:This|In this|The) (?:[\\w.]{1,12} ){0,4}(?:story|item|version|article|report))\\b[^()\\[\\]]*(?:\\([^()]*\\)[^()\\[\\]]*){0,4}[)\\]*]\\.?");

    private static final Pattern POINT = Pattern.compile("[*•▪■◦‣]\\s?\\S.*|(?:--?|–|—)\\s\\S.*");
    private static final Pattern FILE = Pattern.compile("(?i)[,/]\\s?files?(?: photo)?$");

    /** A picture's credit, which only captions have. */
    static final Pattern PHOTO_CREDIT = Pattern.compile(
            "[(\\[](?:(?:AP|AFP|EPA|dpa|Reuters|REUTERS|Xinhua|PA|UPI|TASS|Kyodo|Getty(?: Images)?) )?(?:Photo|PHOTO|photo|File Photo|Image|Pictures?)\\s?(?:/|by|:|courtesy of|via)\\s?([^()\\[\\]]{2,80})[)\\]]"
                    + "|(?:REUTERS|AFP PHOTO|EPA|AP PHOTO)\\s?/\\s?(\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){1,2})(?:/(?:File Photo|Files?))?\\.?"
                    + "|\\((\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){1,2})/(?:AP|PA|AFP|EPA|Reuters|REUTERS|dpa|Getty)(?:[ /][^()]{1,30})?\\)");

    private static final Pattern CAPTION =
            Pattern.compile("(?i)(?:file (?:photo|image|picture)|photo|caption|picture|image)\\s?[:–-].*");
    /** Codes of transmission and marks: {@code BC-AS--Rain,120}, {@code /politics/rain/}, {@code 2ND LEAD}, {@code ///}. */
    private static final Pattern CODE = Pattern.compile(
            "\\P{L}*"
                    + "|(?:BC|AM|PM|US|EU)-\\S.*|[Ww]ith (?:BC|AM|PM)-\\S.*|/.*/|\\S+/\\S*/|(?:AP|AFP|EPA|PA) (?:Photos?|PHOTOS?|Graphics?) \\S.*"
                    + "|(?:\\d(?:ST|ND|RD|TH) )?(?:LEAD|NET|NETLEAD|GRAF|TAKE|REFILE|URGENT|BULLETIN|FLASH|ALERT|SNAP|EILT|CORRECTION|REPEAT|UPDATE \\d+)"
                    + "|\\(?\\d(?:st|nd|rd|th) (?:Ld|LEAD|lead).{0,40}|MEDIA RELEASE \\S+|[a-z]{3}\\d{2,6}\\s\\d.*|[A-Za-z]?\\d{3,6}\\p{Lu}{0,8}|(?:\\p{L}{1,2} ){1,3}\\p{L}{1,2}|=? ?\\((?:PICTURES?|GRAPHICS?|WITH .{3,30})\\) ?=?");

    private static final Pattern CONTACT = Pattern.compile(
            "(?:(?:[Ee]-?mail|Twitter|Tel|Phone)\\s?[:.]?\\s?)?(?:[\\w.+-]{1,40}@[\\w-]{1,40}(?:\\.[\\w-]{1,20}){1,3}"
                    + "|@\\w{3,30}|https?://\\S+|(?:twitter|facebook)\\.com/\\S+)\\.?");

    private FrontLines() {}

    /** {@return the names that pictures' credits in a text hold, each with its credit} */
    static Map<String, String> photographers(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher photo = PHOTO_CREDIT.matcher(text);
        for (int at = text.indexOf('/') < 0 ? text.length() : 0; at < text.length(); at++) {
            if (!mayBeginPhoto(text, at) || !photo.region(at, text.length()).lookingAt()) {
                continue;
            }
            at = photo.end() - 1;
            String who = Stream.of(photo.group(1), photo.group(2), photo.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            found.putIfAbsent(FILE.matcher(who).replaceFirst(""), photo.group());
        }
        return found;
    }

    /** {@return whether a picture's credit may begin at an offset: a quick look before the long one} */
    private static boolean mayBeginPhoto(String text, int at) {
        return switch (text.charAt(at)) {
            case '(', '[' -> true;
            case 'R' -> text.startsWith("REUTERS", at);
            case 'A' -> text.startsWith("AFP PHOTO", at) || text.startsWith("AP PHOTO", at);
            case 'E' -> text.startsWith("EPA", at);
            default -> false;
        };
    }

    /** {@return whether a line is an editor's note} */
    static boolean isNote(String line) {
        return NOTE.matcher(line).matches() || BRACKETED_NOTE.matcher(line).matches();
    }

    /** {@return whether a line is one of a list of points: {@code * Shares fall}} */
    static boolean isPoint(String line) {
        return POINT.matcher(line).matches();
    }

    /** {@return whether a line is the caption of a picture} */
    static boolean isCaption(String line) {
        return CAPTION.matcher(line).matches() || PHOTO_CREDIT.matcher(line).find();
    }

    /** {@return whether a line is a code of transmission or a mark, not words for readers} */
    static boolean isCode(String line) {
        return line.length() <= LONGEST_CODE && CODE.matcher(line).matches();
    }

    /** {@return whether a line below a byline is an address} */
    static boolean isContact(String line) {
        return CONTACT.matcher(line).matches();
    }
}
