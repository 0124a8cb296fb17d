package pullquote.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.quote.Quotation;
import pullquote.text.Span;

/**
 * The clause of a quotation's cue: the sentence around the cue, content left out.
 *
 * @param body the text
 * @param sentence the sentence that holds the cue
 * @param cue the cue from its first word to its last
 * @param quotation the quotation
 */
record CueClause(String body, Span sentence, Span cue, Quotation quotation) {
    private static final int REACH = 600;
    private static final int NEAR = 2;
    private static final int OPENING = 6;
    private static final int LONGEST_GAP = 120;

    /** The end of a sentence: a stop that follows no initial or short title, then a capital. */
    private static final Pattern STOP = Pattern.compile(
            "(?<![ .(]\\p{Lu}|\\b\\p{Lu}\\p{L}{1,3})[.!?]+[\"”’')\\]]{0,3}\\s+(?=[\\p{Lu}\"“‘'`(\\[\\d])|\\n\\s*\\n|\\n {2,}");
    /** Words that open a clause of its own, or tie a time to something else than the cue. */
    private static final Pattern OTHER_CLAUSE = Pattern.compile(
            "(?i)\\b(?:who|whom|whose|which|where|when|while|after|before|since|until|till|because|although|though|if|that|following|amid|despite|"
                    + "about|of|over|between|regarding|concerning|against|was|were|is|are|will|would|had|has|have)\\b|[;:—–]|--");
    /** Words that open a clause of its own. */
    private static final Pattern SUBORDINATE = Pattern.compile(
            "(?i)\\b(?:who|whom|whose|which|where|when|while|after|before|since|until|because|although|if|that|said|says|was|were|is|are|had|has)\\b|[;:—–]|--");
    /** The beginning of an adjunct before the subject: {@code In a speech in Lima on Tuesday, the mayor said}. */
    private static final Pattern ADJUNCT = Pattern.compile(
            "(?:In|At|During|On|Speaking|Addressing|Answering|Briefing|Meeting|Opening|Late|Early|Earlier|Here)\\b");
    /** Words right before a time that is not the cue's. */
    private static final Pattern OTHER_TIME = Pattern.compile(
            "(?i)\\b(?:since|after|before|until|till|by|from|for|about|of|over|between|through|to|than|as of|the|a|an|this|his|her|their|its)\\s+$");
    /** {@code 's statement}: what is said there was said then. */
    private static final Pattern SPEECH = Pattern.compile(
            "^['’]s (?:\\p{L}{1,14} ){0,2}(?:statement|interview|speech|report|briefing|conference|address|letter|press|testimony|broadcast|edition|issue|announcement|hearing|debate)");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern HAD = Pattern.compile("\\b[Hh]ad\\b");

    static CueClause of(String body, int floor, Quotation quotation) {
        Span cue = new Span(
                quotation.cue().get(0).start(),
                quotation.cue().get(quotation.cue().size() - 1).end());
        int from = Math.max(floor, cue.start() - REACH);
        Matcher stop = STOP.matcher(body).useTransparentBounds(true);
        int at = from;
        while (finds(stop, body, at, cue.start())) {
            at = stop.end();
        }
        int to = Math.min(body.length(), cue.end() + REACH);
        if (finds(stop, body, cue.end(), to)) {
            to = stop.start();
        }
        return new CueClause(body, new Span(Math.min(at, cue.start()), to), cue, quotation);
    }

    /** Finds a stop from a place on; the pattern is only tried where a stop can begin, as looking behind costs time. */
    private static boolean finds(Matcher stop, String body, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = body.charAt(at);
            if ((c == '.' || c == '!' || c == '?' || c == '\n')
                    && stop.region(at, to).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a time belongs to the cue} */
    boolean holds(Span time) {
        if (!sentence.contains(time) || spokenOf(time)) {
            return false;
        }
        if (cue.contains(time)) {
            return true;
        }
        return time.start() >= cue.end() ? follows(time) : precedes(time);
    }

    /** {@return the words of the sentence outside the content that begin with a small letter} */
    List<Span> words() {
        List<Span> found = new ArrayList<>();
        int at = sentence.start();
        while (at < sentence.end()) {
            int from = at;
            while (at < sentence.end() && Character.isLetter(body.charAt(at))) {
                at++;
            }
            if (at > from && Character.isLowerCase(body.charAt(from))) {
                Span word = new Span(from, at);
                if (quotation.content().stream().noneMatch(word::overlaps)) {
                    found.add(word);
                }
            }
            at = at == from ? at + 1 : at;
        }
        return found;
    }

    /** "had said": said before what is told, on a day that the sentence may not name. */
    boolean pluperfect() {
        String words = body.substring(Math.max(sentence.start(), cue.start() - 5), cue.end());
        return HAD.matcher(words).find();
    }

    /** "after Tuesday's vote", "of Monday": the time of what is spoken of. */
    private boolean spokenOf(Span time) {
        String after = body.substring(time.end(), Math.min(body.length(), time.end() + 60));
        boolean possessive = after.startsWith("'s") || after.startsWith("’s");
        if (possessive) {
            return !SPEECH.matcher(after).find();
        }
        return OTHER_TIME
                .matcher(body.substring(Math.max(sentence.start(), time.start() - 12), time.start()))
                .find();
    }

    /** "said on Tuesday", "told reporters in Lima late Tuesday". */
    private boolean follows(Span time) {
        String between = outsideContent(cue.end(), time.start());
        boolean pastContent = quotation.content().stream()
                .anyMatch(piece -> piece.start() >= cue.end() && piece.end() <= time.start());
        return !pastContent
                && between.length() <= LONGEST_GAP
                && !OTHER_CLAUSE.matcher(between).find();
    }

    /** "On Tuesday, the ministry said", "the ministry on Tuesday said", "the paper, in an editorial on Tuesday, said". */
    private boolean precedes(Span time) {
        String between = outsideContent(time.end(), cue.start());
        String opening = outsideContent(sentence.start(), time.start());
        if (OTHER_CLAUSE.matcher(between).find()) {
            return false;
        }
        if (words(between) <= NEAR && between.indexOf(',') < 0) {
            return true;
        }
        if (between.strip().equals(",")) {
            return !SUBORDINATE
                    .matcher(opening.substring(opening.lastIndexOf(',') + 1))
                    .find();
        }
        boolean adjunct = ADJUNCT.matcher(opening).lookingAt()
                && !SUBORDINATE.matcher(opening).find()
                && between.strip().startsWith(",");
        return words(opening) <= OPENING || adjunct;
    }

    private String outsideContent(int from, int to) {
        StringBuilder out = new StringBuilder();
        int at = from;
        for (Span piece : quotation.content()) {
            if (piece.start() < to && piece.end() > at) {
                out.append(body, at, Math.max(at, Math.min(piece.start(), to)));
                at = Math.max(at, Math.min(piece.end(), to));
            }
        }
        return out.append(body, Math.min(at, to), to).toString();
    }

    private static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : SPACE.split(stripped).length;
    }
}
