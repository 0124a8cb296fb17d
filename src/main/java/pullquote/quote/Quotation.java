package pullquote.quote;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import pullquote.text.Span;

/**
 * An attribution with its speakers: someone said, wrote or thought something. The three parts are named as in PARC and
 * PolNeAR. All spans are UTF-16 offsets into the body, in order, without overlap within a part.
 *
 * @param kind whether the words are quoted
 * @param act what was done by saying it
 * @param content what was said, in one piece or several; quotation marks included
 * @param cue the words that attribute it ("said", "according to"); empty for a continued quotation
 * @param cueLemma the cue's head verb or noun in its base form
 * @param source the words that name who said it; empty when no one is named
 * @param sourceForm how the source is named
 * @param speakers who that is, as indices into the dispatch's persons; empty when not resolved
 * @param speaker how sure that is and what tells it; empty when not resolved
 * @param addressee to whom it was said
 * @param target at whom an accusation or a demand is aimed
 * @param targets who that is, as indices into the dispatch's persons; empty when not resolved
 * @param via the outlet that relayed it, where it is not the source itself
 * @param outer the attribution whose content holds this one, as an index into the dispatch's attributions
 * @param continued carried over from an earlier sentence, with no cue of its own
 * @param confidence how sure this row is, 0 to 1
 * @param rule what decided
 */
public record Quotation(
        Kind kind,
        Act act,
        List<Span> content,
        List<Span> cue,
        Optional<String> cueLemma,
        List<Span> source,
        SourceForm sourceForm,
        List<Integer> speakers,
        Optional<Speaker> speaker,
        Optional<Span> addressee,
        Optional<Span> target,
        List<Integer> targets,
        Optional<Span> via,
        OptionalInt outer,
        boolean continued,
        double confidence,
        String rule) {

    /** Whether the words are the speaker's own. */
    public enum Kind {
        DIRECT,
        INDIRECT,
        MIXED
    }

    /** How a source is named. */
    public enum SourceForm {
        NAME,
        PRONOUN,
        DESCRIPTION,
        DOCUMENT,
        NONE
    }

    public Quotation {
        content = List.copyOf(content);
        cue = List.copyOf(cue);
        source = List.copyOf(source);
        speakers = List.copyOf(speakers);
        targets = List.copyOf(targets);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("A quotation needs content, got none; cue " + cue);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence needs 0..1, got " + confidence);
        }
    }
}
