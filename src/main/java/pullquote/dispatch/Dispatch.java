package pullquote.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pullquote.time.ReferenceTime;

/**
 * A dispatch with its fields read and normalised.
 *
 * @param at where it came from
 * @param provider the agency that sent it, in its usual spelling: {@code Xinhua}, {@code AP}
 * @param guid the provider's own identifier
 * @param status whether it may be used
 * @param slug the newsroom's working title
 * @param headline the headline as printed
 * @param bylineRaw the byline and credit lines as printed, joined by a line break
 * @param bylines who wrote, reported and edited it
 * @param language BCP 47 tag of the body's language, {@code und} when undecided
 * @param dateline where and when it was filed
 * @param publication when it was published
 * @param embargo the instant before which it may not be published
 * @param body the story with its dateline, a verbatim slice of the text as received; without header, byline and credit
 *     lines
 * @param bodyStart where the body begins in the text as received, in UTF-16 units
 * @param summaryEnd where a summary above the dateline ends in the body, in UTF-16 units; 0 for none
 * @param storyStart where the story proper begins in the body, after the dateline, in UTF-16 units
 * @param paragraphs how many paragraphs the body has
 * @param words how many words the body has
 * @param warnings what was odd, by name: {@code impossible-date}, {@code cues-passed-over} …
 */
public record Dispatch(
        Provenance at,
        Optional<String> provider,
        Optional<String> guid,
        Status status,
        Optional<String> slug,
        Optional<String> headline,
        Optional<String> bylineRaw,
        List<Byline> bylines,
        String language,
        Optional<Dateline> dateline,
        Publication publication,
        Optional<Instant> embargo,
        String body,
        int bodyStart,
        int summaryEnd,
        int storyStart,
        int paragraphs,
        int words,
        List<String> warnings) {

    /** IPTC's publication status, with the correction that plain text announces in words. */
    public enum Status {
        USABLE,
        CORRECTED,
        WITHHELD,
        CANCELED
    }

    public Dispatch {
        bylines = List.copyOf(bylines);
        warnings = List.copyOf(warnings);
    }

    /** {@return the same dispatch with one more warning} */
    public Dispatch warned(String warning) {
        List<String> all = new ArrayList<>(warnings);
        all.add(warning);
        return new Dispatch(
                at,
                provider,
                guid,
                status,
                slug,
                headline,
                bylineRaw,
                bylines,
                language,
                dateline,
                publication,
                embargo,
                body,
                bodyStart,
                summaryEnd,
                storyStart,
                paragraphs,
                words,
                all);
    }

    /** {@return the day that relative dates are counted from: the dateline's, else that of publication} */
    public ReferenceTime referenceTime() {
        Optional<LocalDate> filed = dateline.flatMap(Dateline::date);
        return filed.map(day -> ReferenceTime.of(day, ReferenceTime.Origin.DATELINE))
                .or(() -> publication.date().map(day -> ReferenceTime.of(day, ReferenceTime.Origin.PUBLISHED)))
                .orElseGet(ReferenceTime::unknown);
    }
}
