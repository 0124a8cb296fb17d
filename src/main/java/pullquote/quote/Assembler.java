package pullquote.quote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;
import pullquote.quote.SpeakerResolver.Choice;
import pullquote.text.Span;
import pullquote.text.Tokens;

/** Turns what was found in a passage into quotations with their speakers, acts and addressees. */
final class Assembler {
    private static final Set<String> DOCUMENTS = Set.of(
            "statement",
            "report",
            "letter",
            "memo",
            "document",
            "documents",
            "filing",
            "filings",
            "survey",
            "poll",
            "study",
            "communique",
            "article",
            "editorial",
            "headline",
            "indictment",
            "affidavit",
            "complaint",
            "lawsuit",
            "ruling",
            "order",
            "book",
            "release",
            "transcript",
            "tweet",
            "post",
            "website",
            "dispatch",
            "newspaper",
            "newspapers",
            "paper",
            "magazine",
            "daily",
            "radio",
            "television",
            "tv",
            "broadcast",
            "media",
            "press",
            "news",
            "agency",
            "journal",
            "times",
            "advisory",
            "records",
            "data",
            "figures",
            "agreement",
            "treaty",
            "resolution",
            "constitution",
            "law",
            "bill",
            "polls",
            "reports",
            "documentary",
            "ad",
            "advertisement",
            "email",
            "emails");

    private final Acts acts;
    private final NameLists nameLists;
    private final Sexes sexes;
    private final WordKinds kinds;
    private final NameListing listing;
    private final Weights speakerWeights;
    private final Weights speakerConfidence;

    Assembler(WordLists lists, NameListing listing, Weights speakers, Weights confidence) {
        this.listing = listing;
        speakerWeights = speakers;
        speakerConfidence = confidence;
        acts = new Acts(lists);
        nameLists = new NameLists(lists);
        sexes = new Sexes(nameLists, lists);
        kinds = new WordKinds(lists);
    }

    Attributions assemble(Passage p, List<Name> names, List<Finding> found, int passedOver) {
        Discourse discourse = new Discourse(p, nameLists, sexes, kinds, names);
        SpeakerResolver resolver = new SpeakerResolver(discourse, speakerWeights, speakerConfidence);
        Targets aims = new Targets(p, acts);
        List<Finding> findings = found.stream().map(aims::turned).toList();
        int[] outer = outer(findings);
        List<Integer> inOrder = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            inOrder.add(i);
        }
        inOrder.sort(Comparator.comparingInt(i -> sourcePlace(findings.get(i))));
        Set<Entry> listed = new HashSet<>();
        Choice[] speakers = new Choice[findings.size()];
        for (int i : inOrder) {
            speakers[i] = resolver.resolve(findings.get(i), outer[i] >= 0);
            listed.addAll(speakers[i].entries());
        }
        Map<Finding, Range> targets = new LinkedHashMap<>();
        for (Finding f : findings) {
            Range target = aims.target(f);
            Entry named = target == null ? null : discourse.phrases.named(target);
            if (target != null) {
                targets.put(f, target);
            }
            if (named != null) {
                listed.add(named);
            }
        }
        Map<Entry, Integer> places = new LinkedHashMap<>();
        for (Entry e : discourse.roster().entries()) {
            if (listed.contains(e) || listing.lists(p, e)) {
                places.put(e, places.size());
            }
        }
        List<Quotation> quotations = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding f = findings.get(i);
            Range target = targets.get(f);
            Entry aimed = target == null ? null : discourse.phrases.named(target);
            quotations.add(quotation(
                    p,
                    f,
                    speakers[i],
                    speakers[i].entries().stream()
                            .map(e -> places.getOrDefault(e, 0))
                            .toList(),
                    span(p, target),
                    aimed == null ? List.of() : List.of(places.getOrDefault(aimed, 0)),
                    outer[i] < 0 ? OptionalInt.empty() : OptionalInt.of(outer[i])));
        }
        return new Attributions(
                quotations,
                places.keySet().stream().map(e -> e.person(p.tokens)).toList(),
                passedOver);
    }

    /** For each finding, given in order, the last one before it whose content holds it, or -1. */
    private static int[] outer(List<Finding> findings) {
        int[] outer = new int[findings.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < outer.length; i++) {
            int at = Math.min(sourcePlace(findings.get(i)), findings.get(i).first());
            open.removeIf(j -> findings.get(j).contentEnd() <= at);
            outer[i] = -1;
            for (int j : open) {
                if (findings.get(j).holds(findings.get(i))) {
                    outer[i] = j;
                    break;
                }
            }
            open.push(i);
        }
        return outer;
    }

    private static int sourcePlace(Finding f) {
        Range source = f.source();
        Cue cue = f.cue();
        return source != null ? source.from() : cue != null ? cue.from() : f.first();
    }

    private Quotation quotation(
            Passage p,
            Finding f,
            Choice who,
            List<Integer> speakers,
            Optional<Span> target,
            List<Integer> targets,
            OptionalInt outer) {
        Cue cue = f.cue();
        Range source = f.source();
        List<Span> content = new ArrayList<>();
        for (Range r : f.content()) {
            content.add(withMarks(p, r));
        }
        return new Quotation(
                kind(p, f.content()),
                act(p, f),
                content,
                cue == null ? List.of() : cue.spans(p),
                cue == null ? Optional.empty() : Optional.of(acts.lemma(p.tokens.word(cue.head()))),
                source == null ? List.of() : List.of(p.tokens.span(source.from(), source.to())),
                source == null ? Quotation.SourceForm.NONE : form(p, source, who.entries()),
                speakers,
                Optional.ofNullable(who.speaker()),
                span(p, f.addressee()),
                target,
                targets,
                span(p, f.via()),
                outer,
                f.continued(),
                f.confidence(),
                f.rule());
    }

    private Act act(Passage p, Finding f) {
        Act act = f.cue() == null ? Act.SAID : acts.act(p, f.cue());
        if (f.expressed()) {
            return act.expressed() ? act : Act.SAID;
        }
        return act.expressed() ? Act.THOUGHT : act;
    }

    private static Optional<Span> span(Passage p, @Nullable Range r) {
        return r == null ? Optional.empty() : Optional.of(p.tokens.span(r.from(), r.to()));
    }

    /** Widens a range to the quotation marks around it, and over the point or comma before a closing one. */
    private static Span withMarks(Passage p, Range r) {
        int from = r.from();
        int to = r.to();
        if (from > 0 && p.state(from - 1, 0) == Passage.OPENS) {
            from--;
        } else if (from > 0 && p.quotes.inSingle(from) && isSingleMark(p, from - 1)) {
            from--;
        }
        int end = to;
        while (end < p.size
                && end - to < 3
                && ",.!?…".indexOf(p.tokens.first(end)) >= 0
                && (p.state(end, 0) == Passage.INSIDE || p.state(end, 0) == Passage.IN_SINGLE)) {
            end++;
        }
        if (isSingleMark(p, from) && end < p.size && isSingleMark(p, end)) {
            return p.tokens.span(from, end + 1);
        }
        if (end < p.size && p.state(end, 0) == Passage.CLOSES && p.quotes.open(p.quotes.quoteOf(end)) >= from) {
            to = end + 1;
        } else if (end > to && p.quotes.quoteOf(end - 1) >= 0 && p.quotes.open(p.quotes.quoteOf(end - 1)) >= from) {
            to = end;
        }
        return p.tokens.span(from, to);
    }

    private static boolean isSingleMark(Passage p, int i) {
        return p.tokens.kind(i) == Tokens.SINGLE_QUOTE && p.quotes.inSingle(i);
    }

    /** Whether a piece fills the single marks around it. */
    private static boolean inSingleMarks(Passage p, Range r) {
        int after = r.to();
        while (after < p.size && ",.!?…".indexOf(p.tokens.first(after)) >= 0) {
            after++;
        }
        return r.from() > 0 && isSingleMark(p, r.from() - 1) && after < p.size && isSingleMark(p, after);
    }

    static Quotation.Kind kind(Passage p, List<Range> content) {
        int inside = 0;
        int words = 0;
        for (Range r : content) {
            boolean single = inSingleMarks(p, r);
            for (int i = r.from(); i < r.to(); i++) {
                if (p.shape(i) != Passage.MARK) {
                    words++;
                    inside += single || p.quotes.quoteOf(i) >= 0 ? 1 : 0;
                }
            }
        }
        return inside == 0 ? Quotation.Kind.INDIRECT : inside == words ? Quotation.Kind.DIRECT : Quotation.Kind.MIXED;
    }

    private static Quotation.SourceForm form(Passage p, Range source, List<Entry> who) {
        int head = source.to() - 1;
        if (source.to() - source.from() == 1 && p.tag(head) == Tags.PRON) {
            return Quotation.SourceForm.PRONOUN;
        }
        for (int i = source.from(); i < source.to() && p.tag(i) != Tags.ADP; i++) {
            head = i;
        }
        boolean described = p.shape(head) == Passage.LOWER;
        if (described && DOCUMENTS.contains(NameFinder.lower(p, head))) {
            return Quotation.SourceForm.DOCUMENT;
        }
        boolean named = false;
        for (int i = source.from(); i < source.to(); i++) {
            named |= p.tag(i) == Tags.PROPN && p.shape(i) != Passage.LOWER;
        }
        return (!who.isEmpty() && !described) || (named && !described)
                ? Quotation.SourceForm.NAME
                : Quotation.SourceForm.DESCRIPTION;
    }
}
