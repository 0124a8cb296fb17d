package pullquote.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pullquote.quote.Finding.Range;

/** Reads the attributions out of a passage: cues, then each cue's source and content, then the choice among them. */
final class FindingReader {
    /** How many other cues there may be between a cue and what it attributes. */
    private static final int NEIGHBOURS = 4;

    /** The same where the models learn to choose: they are to have seen readings that go too far. */
    private static final int LEARNING = 6;

    /** Of cues less likely than this hardly any finding is kept. */
    static final float WORTH_A_LOOK = 0.25f;

    private final CueFinder cueFinder;
    private final RoleFinder roleFinder;
    private final ReadingChoice choice;
    private final Confidence confidence;
    private final Confidence attitudes;
    private final Parties parties;
    private final double threshold;
    private final Acts acts = new Acts(WordLists.read("words-en.txt"));
    private final Silence silent = new Silence(WordLists.read("words-en.txt"));

    FindingReader(
            CueFinder cueFinder,
            RoleFinder roleFinder,
            ReadingChoice choice,
            Confidence confidence,
            Confidence attitudes,
            Parties parties,
            double threshold) {
        this.cueFinder = cueFinder;
        this.roleFinder = roleFinder;
        this.choice = choice;
        this.confidence = confidence;
        this.attitudes = attitudes;
        this.parties = parties;
        this.threshold = threshold;
    }

    /** {@return a reader as the job uses it} */
    static FindingReader of(
            Weights cues, Weights roles, Weights readings, Weights confidence, Weights attitudes, Weights parties) {
        return new FindingReader(
                new CueFinder(cues, 0.1f),
                new RoleFinder(roles, 8),
                new ReadingChoice(readings),
                new Confidence(confidence),
                new Confidence(attitudes),
                new Parties(parties, WordLists.read("words-en.txt")),
                0.28);
    }

    /**
     * The findings of a passage.
     *
     * @param findings in the order of the text
     * @param passedOver how many cues the allowance did not reach for
     */
    record Found(List<Finding> findings, int passedOver) {}

    /** {@return the findings of each passage} */
    List<Found> read(List<Passage> passages) {
        List<float[]> cueness = passages.stream().map(cueFinder::cueness).toList();
        List<Found> found = new ArrayList<>();
        RoleFinder.Room room = roleFinder.room();
        for (int i = 0; i < passages.size(); i++) {
            found.add(read(passages.get(i), cueness.get(i), room));
        }
        return found;
    }

    private Found read(Passage p, float[] cueness, RoleFinder.Room room) {
        ReadingFeatures spans = new ReadingFeatures(p, cueness);
        Targets aims = new Targets(p, acts);
        List<Candidate> candidates = new ArrayList<>();
        int passedOver = candidates(
                p,
                cueness,
                WORTH_A_LOOK,
                NEIGHBOURS,
                new Allowance(),
                room,
                (passage, cue, roles, readings) ->
                        candidates.add(Candidate.of(spans, choice, aims, cue, roles, readings)));
        List<FindingChoice.Option> all = options(p, candidates);
        boolean[] english = English.paragraphs(p);
        all.removeIf(o -> !english[p.tokens.paragraphOf(o.finding().first())]);
        FindingChoice.Chosen kept = new FindingChoice(p).choose(all);
        List<Finding> split = new SecondCues(p, acts).split(kept.outer());
        List<Finding> chosen = new ArrayList<>(new InsertedCues(p, split).complete(split));
        chosen.addAll(new LooseQuotes(p, acts, chosen).find());
        chosen.sort(Comparator.comparingInt(Finding::first));
        List<Finding> complete = new QuoteCompletion(p, acts).complete(chosen);
        complete.addAll(new FloatingQuotes(p, complete).find());
        complete.addAll(kept.inner());
        complete.replaceAll(finding -> finding.closed(p));
        complete.sort(Comparator.comparingInt(Finding::first).thenComparing(Finding::size, Comparator.reverseOrder()));
        return new Found(parties.name(p, complete), passedOver);
    }

    private List<FindingChoice.Option> options(Passage p, List<Candidate> candidates) {
        List<FindingChoice.Option> options = new ArrayList<>();
        Surroundings around = new Surroundings(candidates);
        int[] buffer = new int[Confidence.MOST];
        for (int i = 0; i < candidates.size(); i++) {
            Candidate c = candidates.get(i);
            around.turnTo(i);
            if (silent.isSilent(p, around.finding(i))) {
                continue;
            }
            double sure = confidence.of(buffer, Confidence.features(p, c, around.finding(i), around, buffer));
            if (sure >= least(p, around.finding(i))) {
                options.add(c.option(sure, true));
            } else {
                double attributed = attitudes.of(buffer, Confidence.features(p, c, around.finding(i), around, buffer));
                if (attributed >= ATTITUDE) {
                    options.add(c.option(attributed, false));
                }
            }
        }
        return options;
    }

    /** Takes the readings of a cue, among which the choice is still to be made. */
    interface Taker {
        void take(Passage p, Cue cue, RoleFinder.Roles roles, List<Reading> readings);
    }

    /** Takes the readings of every cue that might be one, to learn from. */
    void candidates(Passage p, float[] cueness, Taker taker) {
        candidates(p, cueness, 0, LEARNING, Allowance.unlimited(), roleFinder.room(), taker);
    }

    /** {@return how many cues were passed over, as the allowance was used up} */
    private int candidates(
            Passage p,
            float[] cueness,
            float least,
            int neighbours,
            Allowance allowance,
            RoleFinder.Room room,
            Taker taker) {
        RoleFinder.Pass pass = roleFinder.new Pass(p, cueness, room);
        List<Cue> cues = cueFinder.cues(p, cueness);
        int passedOver = 0;
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            if (cue.probability() < least) {
                continue;
            }
            int from = i < neighbours ? 0 : cues.get(i - neighbours).to();
            int to = i + neighbours < cues.size() ? cues.get(i + neighbours).from() : p.size;
            Window window = Window.around(p, cue.from(), cue.to()).within(from, to);
            int[] tokens = window.tokens(p, cue);
            if (!allowance.affords(p.tokens.start(cue.from()), tokens.length, cue.probability())) {
                passedOver++;
                continue;
            }
            RoleFinder.Roles roles = pass.find(cue, window, tokens);
            List<Reading> readings = Reading.of(p, cue, roles);
            if (!readings.isEmpty()) {
                taker.take(p, cue, roles, readings);
            }
        }
        return passedOver;
    }

    private double least(Passage p, Finding f) {
        Cue cue = f.cue();
        if (quoted(p, f)) {
            return QUOTED;
        }
        return f.source() == null && cue != null && cue.probability() > SURE_CUE ? SOURCELESS : threshold;
    }

    /** Whether all of the content is a quotation of some length: such words are someone's, whatever the cue. */
    private static boolean quoted(Passage p, Finding f) {
        int tokens = 0;
        for (Range r : f.content()) {
            if (p.quotes.quoteOf(r.from()) < 0 || p.quotes.quoteOf(r.to() - 1) < 0) {
                return false;
            }
            tokens += r.to() - r.from();
        }
        return tokens >= 4;
    }

    /** What is no statement is kept as a thought, a plan or an attitude where it is at least this likely to be one. */
    private static final double ATTITUDE = 0.4;

    private static final double QUOTED = 0.12;

    /** "It was announced that": the cue is sure, only that no one is named makes it doubtful. */
    private static final double SOURCELESS = 0.1;

    private static final float SURE_CUE = 0.85f;
}
