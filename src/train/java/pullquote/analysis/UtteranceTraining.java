package pullquote.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import pullquote.dispatch.Dispatch;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.quote.Act;
import pullquote.quote.Quotation;
import pullquote.text.CodePoints;
import pullquote.text.LogisticTraining;
import pullquote.text.LogisticTraining.Example;
import pullquote.text.NamedFeatures;
import pullquote.text.Span;
import pullquote.time.Timex3;
import pullquote.time.TimexTagger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns on which of the days that a dispatch names a statement was made, always to the same bytes.
 *
 * <p>Arguments: a folder of dispatches with marked attributions and their days, the file the weights go to.
 */
public final class UtteranceTraining {
    private static final int FOLDS = 5;
    private static final int LEAST = 4;
    private static final double DECAY = 0.01;
    private static final double[] BINS = {0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99};

    /** A statement's candidates with the day that is right, if any. */
    private record Choice(String document, Optional<String> gold, List<StatementDays.Candidate> days, List<Example> examples, Example known) {}

    private final DispatchParser parser = new DispatchParser(DispatchSettings.standard());
    private final TimexTagger tagger = TimexTagger.english();
    private final List<Choice> choices = new ArrayList<>();

    private UtteranceTraining() {}

    public static void main(String[] args) throws IOException {
        UtteranceTraining training = new UtteranceTraining();
        training.read(Path.of(args[0]));
        training.validate();
        LogisticTraining.write(
                "Whether a statement was made on a day (and, K., whether that can be told); learned by UtteranceTraining",
                train(training.choices),
                Path.of(args[1]));
    }

    private void read(Path folder) throws IOException {
        JsonMapper json = new JsonMapper();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".gold.json")).sorted().toList()) {
                JsonNode gold = json.readTree(Files.readString(file));
                String name = gold.get("doc").asString();
                String text = Files.readString(folder.resolve(name + ".txt"));
                Provenance at = new Provenance(name + ".txt", 0, "0", "txt", "UTF-8", "valid-utf8");
                Optional<Dispatch> dispatch = parser.parse(new RawDispatch(at, text, Map.of()));
                if (dispatch.isPresent()) {
                    choices(name, gold.get("quotes"), dispatch.get(), CodePoints.of(text));
                }
            }
        }
    }

    private void choices(String name, JsonNode quotes, Dispatch dispatch, CodePoints points) {
        List<Timex3> times = tagger.tag(dispatch.body(), dispatch.referenceTime());
        List<Quotation> quotations = new ArrayList<>();
        List<Optional<String>> days = new ArrayList<>();
        for (JsonNode quote : quotes) {
            List<Span> content = spans(quote.get("content"), points, dispatch);
            List<Span> cue = spans(quote.get("cue"), points, dispatch);
            if (content.isEmpty() || cue.isEmpty()) {
                continue;
            }
            quotations.add(quotation(dispatch.body(), content, cue, spans(quote.get("source"), points, dispatch)));
            JsonNode day = quote.get("said_on");
            days.add(day == null || day.isNull() ? Optional.empty() : Optional.of(day.asString().substring(0, Math.min(10, day.asString().length()))));
        }
        StatementDays all = new StatementDays(dispatch, times, quotations);
        for (int i = 0; i < quotations.size(); i++) {
            List<StatementDays.Candidate> candidates = all.candidates(i);
            List<Example> examples = new ArrayList<>();
            StatementFeatures from = new StatementFeatures(all);
            NamedFeatures about = NamedFeatures.named();
            from.statement(i, about);
            for (StatementDays.Candidate candidate : candidates) {
                NamedFeatures features = NamedFeatures.named();
                from.of(i, candidate, candidates, about, features);
                boolean right = days.get(i).filter(candidate.day().toString()::equals).isPresent();
                examples.add(new Example(name, candidate.support(), features.names(), right, 1));
            }
            NamedFeatures features = NamedFeatures.named();
            from.known(candidates, about, features);
            Example known = new Example(name, "known", features.names(), days.get(i).isPresent(), 1);
            choices.add(new Choice(name, days.get(i), candidates, examples, known));
        }
    }

    private static List<Span> spans(JsonNode pairs, CodePoints points, Dispatch dispatch) {
        List<Span> found = new ArrayList<>();
        for (JsonNode pair : pairs) {
            int from = points.toUtf16(pair.get(0).asInt()) - dispatch.bodyStart();
            int to = points.toUtf16(pair.get(1).asInt()) - dispatch.bodyStart();
            if (from >= 0 && to <= dispatch.body().length()) {
                found.add(new Span(from, to));
            }
        }
        return found;
    }

    private static Quotation quotation(String body, List<Span> content, List<Span> cue, List<Span> source) {
        long quoted = content.stream()
                .filter(piece -> "\"“‘'`".indexOf(body.charAt(piece.start())) >= 0)
                .count();
        Quotation.Kind kind = quoted == 0
                ? Quotation.Kind.INDIRECT
                : quoted == content.size() ? Quotation.Kind.DIRECT : Quotation.Kind.MIXED;
        return new Quotation(
                kind,
                Act.SAID,
                content,
                cue,
                Optional.empty(),
                source,
                source.isEmpty() ? Quotation.SourceForm.NONE : Quotation.SourceForm.NAME,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                1,
                "gold");
    }

    /** {@return the weights of both questions: on which day, and whether it can be told} */
    private static Map<String, Double> train(List<Choice> choices) {
        List<Example> days = choices.stream()
                .filter(choice -> choice.examples().stream().anyMatch(Example::holds))
                .flatMap(choice -> choice.examples().stream())
                .toList();
        Map<String, Double> weights = LogisticTraining.train(days, LEAST, DECAY);
        weights.putAll(LogisticTraining.train(choices.stream().map(Choice::known).toList(), LEAST, DECAY));
        return weights;
    }

    /** A held-out statement's likeliest day. */
    private record Judged(Choice choice, StatementDays.Candidate day, double probability, boolean right) {
        String basis() {
            return day.has('S') ? "stated" : day.support().equals("R") ? "news day alone" : "of the text";
        }

        String part() {
            return UtteranceTraining.part(choice);
        }
    }

    private static String part(Choice choice) {
        String name = choice.document();
        return name.startsWith("fbis") || name.startsWith("ap89") || name.startsWith("reuters2016")
                ? name.substring(0, 4)
                : "modern";
    }

    /** Prints how often the likeliest day is right on held-out folds: where the gold has a day, and by probability. */
    private void validate() {
        List<Judged> judged = new ArrayList<>();
        Map<String, int[]> known = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Map<String, Double> weights = train(choices.stream().filter(choice -> LogisticTraining.fold(choice.known(), FOLDS) != held).toList());
            for (Choice choice : choices) {
                if (LogisticTraining.fold(choice.known(), FOLDS) == fold) {
                    likeliest(choice, weights).ifPresent(judged::add);
                    if (choice.gold().isPresent()) {
                        known.computeIfAbsent(part(choice), unused -> new int[1])[0]++;
                    }
                }
            }
        }
        known.forEach((part, count) -> {
            long right = judged.stream().filter(one -> one.part().equals(part) && one.right()).count();
            System.err.printf(Locale.ROOT, "%s: right where the day is known %.3f of %d%n", part, (double) right / count[0], count[0]);
        });
        long right = judged.stream().filter(Judged::right).count();
        int all = known.values().stream().mapToInt(count -> count[0]).sum();
        System.err.printf(Locale.ROOT, "all: right where the day is known %.4f of %d%n", (double) right / all, all);
        for (String basis : List.of("stated", "of the text", "news day alone")) {
            for (int bin = 0; bin < BINS.length; bin++) {
                double from = BINS[bin];
                double to = bin + 1 < BINS.length ? BINS[bin + 1] : 2;
                report(basis, from, to, judged.stream()
                        .filter(one -> one.basis().equals(basis) && one.probability() >= from && one.probability() < to)
                        .toList());
            }
        }
    }

    private static void report(String basis, double from, double to, List<Judged> of) {
        long right = of.stream().filter(Judged::right).count();
        long open = of.stream().filter(one -> one.choice().gold().isEmpty()).count();
        System.err.printf(
                Locale.ROOT,
                "%s, probability %.2f to %.2f: %d, right %.3f, where known %.3f, said %.3f%n",
                basis, from, Math.min(1, to), of.size(), (double) right / of.size(), (double) right / (of.size() - open),
                of.stream().mapToDouble(Judged::probability).average().orElse(0));
    }

    private static Optional<Judged> likeliest(Choice choice, Map<String, Double> weights) {
        int best = -1;
        double most = 0;
        double sum = 0;
        for (int i = 0; i < choice.examples().size(); i++) {
            double chance = probability(weights, choice.examples().get(i));
            sum += chance;
            if (chance > most) {
                most = chance;
                best = i;
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new Judged(
                        choice,
                        choice.days().get(best),
                        probability(weights, choice.known()) * most / sum,
                        choice.examples().get(best).holds()));
    }

    private static double probability(Map<String, Double> weights, Example example) {
        return 1 / (1 + Math.exp(-LogisticTraining.odds(weights, example)));
    }
}
