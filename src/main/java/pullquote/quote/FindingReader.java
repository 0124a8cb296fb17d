package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import pullquote.quote.Finding.Range;

/** Reads the attributions out of a passage: cues, then each cue's source and content, then the choice among them. */
final class FindingReader {
    /** How many other cues there may be between a cue and what it attributes. */
    private static final int NEIGHBOURS = 4;

    /** The same where the models learn to choose: they are to have seen readings that go too far. */
    private static final int LEARNING = 6;

    /** Of cues less likely than this hardly any finding is kept. */
    private static final float WORTH_A_LOOK = 0.35f;

    private final CueFinder cueFinder;
    private final RoleFinder roleFinder;
    private final ReadingChoice choice;
    private final Confidence confidence;
    private final double threshold;
    private final Acts acts = new Acts(WordLists.read("words-en.txt"));

    FindingReader(
            CueFinder cueFinder, RoleFinder roleFinder, ReadingChoice choice, Confidence confidence, double threshold) {
        this.cueFinder = cueFinder;
        this.roleFinder = roleFinder;
        this.choice = choice;
        this.confidence = confidence;
        this.threshold = threshold;
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
        List<FindingChoice.Option> all = new ArrayList<>();
        ReadingFeatures spans = new ReadingFeatures(p, cueness);
        int[] buffer = new int[Confidence.MOST];
        int passedOver = candidates(
                p, cueness, WORTH_A_LOOK, NEIGHBOURS, new Allowance(), room, (passage, cue, roles, readings) -> {
                    double[] chances = choice.probabilities(spans, cue, readings);
                    int best = likeliest(chances);
                    Finding finding = finding(cue, readings.get(best));
                    double sure = confidence.of(
                            buffer,
                            Confidence.features(p, cue, roles, finding, readings.size(), chances[best], buffer));
                    if (sure >= least(p, finding)) {
                        List<Finding> others = new ArrayList<>();
                        for (int k = 0; k < chances.length; k++) {
                            if (k != best) {
                                others.add(finding(cue, readings.get(k))
                                        .sure(sure * (0.5 + 0.5 * chances[k] / chances[best])));
                            }
                        }
                        all.add(new FindingChoice.Option(finding.sure(sure), others));
                    }
                });
        boolean[] english = English.paragraphs(p);
        all.removeIf(o -> !english[p.tokens.paragraphOf(o.finding().first())]);
        List<Finding> chosen = new SecondCues(p, acts).split(new FindingChoice(p).choose(all));
        chosen.addAll(new LooseQuotes(p, acts, chosen).find());
        chosen.sort(java.util.Comparator.comparingInt(Finding::first));
        List<Finding> complete = new QuoteCompletion(p, acts).complete(chosen);
        complete.addAll(new FloatingQuotes(p, complete).find());
        complete.sort(java.util.Comparator.comparingInt(Finding::first));
        return new Found(complete, passedOver);
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

    static int likeliest(double[] chances) {
        int best = 0;
        for (int k = 1; k < chances.length; k++) {
            best = chances[k] > chances[best] ? k : best;
        }
        return best;
    }

    static Finding finding(Cue cue, Reading reading) {
        return new Finding(cue, reading.source(), reading.content(), null, 0, false, "cue");
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

    private static final double QUOTED = 0.12;

    /** "It was announced that": the cue is sure, only that no one is named makes it doubtful. */
    private static final double SOURCELESS = 0.1;

    private static final float SURE_CUE = 0.85f;
}
