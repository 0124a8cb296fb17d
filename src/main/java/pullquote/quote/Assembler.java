package pullquote.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pullquote.quote.Finding.Range;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;
import pullquote.text.Span;
import pullquote.text.Tokens;

/** Turns what was found in a passage into quotations with their speakers, acts and addressees. */
final class Assembler {
    private static final Set<String> TELLING =
            Set.of("tell", "inform", "ask", "urge", "warn", "assure", "remind", "notify", "advise", "order", "brief");
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
    private final NameListing listing;

    Assembler(WordLists lists, NameListing listing) {
        this.listing = listing;
        acts = new Acts(lists);
        nameLists = new NameLists(lists);
    }

    Attributions assemble(Passage p, List<Name> names, List<Finding> findings, int passedOver) {
        SpeakerResolver resolver = new SpeakerResolver(p, nameLists, names);
        List<Finding> inOrder = new ArrayList<>(findings);
        inOrder.sort(Comparator.comparingInt(Assembler::sourcePlace));
        java.util.Set<Entry> spoken = new java.util.HashSet<>();
        java.util.Map<Finding, List<Entry>> speakers = new java.util.LinkedHashMap<>();
        for (Finding f : inOrder) {
            Range source = f.source();
            List<Entry> who = source == null ? List.of() : resolver.resolve(source, false);
            speakers.put(f, who);
            spoken.addAll(who);
        }
        List<Entry> listed = new ArrayList<>();
        java.util.Map<Entry, Integer> places = new java.util.HashMap<>();
        for (Entry e : resolver.roster().entries()) {
            if (spoken.contains(e) || listing.lists(p, e)) {
                places.put(e, listed.size());
                listed.add(e);
            }
        }
        List<Quotation> quotations = new ArrayList<>();
        for (Finding f : findings) {
            List<Integer> indices = new ArrayList<>();
            for (Entry e : speakers.getOrDefault(f, List.of())) {
                indices.add(places.getOrDefault(e, 0));
            }
            quotations.add(quotation(p, f, indices, speakers.getOrDefault(f, List.of())));
        }
        return new Attributions(
                quotations, listed.stream().map(e -> e.person(p.tokens)).toList(), passedOver);
    }

    private static int sourcePlace(Finding f) {
        Range source = f.source();
        Cue cue = f.cue();
        return source != null ? source.from() : cue != null ? cue.from() : f.first();
    }

    private Quotation quotation(Passage p, Finding f, List<Integer> speakers, List<Entry> who) {
        Cue cue = f.cue();
        Range source = f.source();
        List<Span> content = new ArrayList<>();
        for (Range r : f.content()) {
            content.add(withMarks(p, r));
        }
        return new Quotation(
                kind(p, f.content()),
                cue == null ? Act.SAID : acts.act(p, cue),
                content,
                cue == null ? List.of() : List.of(p.tokens.span(cue.from(), cue.to())),
                cue == null ? Optional.empty() : Optional.of(acts.lemma(p.tokens.word(cue.head()))),
                source == null ? List.of() : List.of(p.tokens.span(source.from(), source.to())),
                source == null ? Quotation.SourceForm.NONE : form(p, source, who),
                speakers,
                cue == null ? Optional.empty() : addressee(p, f, cue),
                via(p, f),
                f.continued(),
                f.confidence(),
                f.rule());
    }

    private static Optional<Span> via(Passage p, Finding f) {
        Range via = f.via();
        return via == null ? Optional.empty() : Optional.of(p.tokens.span(via.from(), via.to()));
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
        if (DOCUMENTS.contains(NameFinder.lower(p, head))) {
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

    /** "told <u>reporters</u> that": the noun phrase between a verb of telling and what is told. */
    private Optional<Span> addressee(Passage p, Finding f, Cue cue) {
        if (!TELLING.contains(acts.lemma(p.tokens.word(cue.head())))) {
            return Optional.empty();
        }
        int from = cue.head() + 1;
        int to = from;
        int limit = Math.min(p.size, from + 10);
        while (to < limit && !stops(p, f, to)) {
            to++;
        }
        return to > from ? Optional.of(p.tokens.span(from, to)) : Optional.empty();
    }

    private static boolean stops(Passage p, Finding f, int i) {
        for (Range r : f.content()) {
            if (r.contains(i)) {
                return true;
            }
        }
        Range source = f.source();
        int tag = p.tag(i);
        return p.shape(i) == Passage.MARK
                || (source != null && source.contains(i))
                || (tag == Tags.ADP && !p.tokens.is(i, "of"))
                || tag == Tags.SCONJ
                || tag == Tags.PART
                || tag == Tags.VERB
                || tag == Tags.ADV
                || isDay(p, i);
    }

    private static boolean isDay(Passage p, int i) {
        String word = NameFinder.lower(p, i);
        return (word.endsWith("day") && word.length() > 5) || word.equals("today") || word.equals("that");
    }
}
