package pullquote.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pullquote.text.CodePoints;
import pullquote.text.LogisticTraining.Example;
import pullquote.text.NamedFeatures;
import pullquote.text.RunningCopy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Weekdays, months, days of a month and years in dispatches of a known day, each with the side it is on. */
final class DirectionExamples {
    /** {@code Monday [28 February]}: what monitors of broadcasts add. */
    private static final Pattern ADDED =
            Pattern.compile("((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\\s\\w+)?,?(\\s\\[(\\d{1,2})\\s(\\p{Lu}\\p{L}+)\\])");

    private static final Pattern DATELINE = Pattern.compile(
            "\\A\\s*[^\\n]{2,60}?\\b(?:(?<before>\\d{1,2})\\s+)?(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}*\\.?"
                    + "(?:\\s+(?<after>\\d{1,2}))?\\s*(?:\\(|[A-Z]{3})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** A year that copy without labels is known to be of: the name of a file, and what a year in it weighs. */
    private static final Map<String, Integer> YEARS = Map.of("fbis", 1994, "ap89", 1989, "reuters21578", 1987);

    private static final double YEAR_WEIGHT = 0.1;

    /**
     * Days on which running copy was filed: the name of a file, how many of its dispatches, the first day and the last. A
     * day of a month without its year that is near them all is on their nearer side.
     */
    private static final Map<String, Filed> FILED = Map.of(
            "ap89", new Filed(3000, LocalDate.of(1989, 1, 1), LocalDate.of(1989, 1, 14)),
            "reuters21578", new Filed(6000, LocalDate.of(1987, 2, 26), LocalDate.of(1987, 3, 27)));

    /** The day on which the project's own sentences are read, and what each weighs. */
    private static final LocalDate LESSON = LocalDate.of(2017, 9, 27);

    private static final double LESSON_WEIGHT = 1;

    private static final int FARTHEST_AHEAD = 100;
    private static final int FARTHEST_BEHIND = 150;
    private static final double NEAR_WEIGHT = 0.3;

    private record Filed(int dispatches, LocalDate first, LocalDate last) {}

    private final TimexLexicon lexicon = new TimexLexicon();
    private final TimexLexer lexer;
    private final TimexMatcher matcher;
    private final List<Example> found = new ArrayList<>();

    DirectionExamples() {
        lexer = new TimexLexer(lexicon);
        new DirectionFeatures(lexicon, NamedFeatures.hashed());
        TimexRules rules = new TimexRules(lexicon);
        lexicon.close();
        rules.graph().close(lexicon.size());
        matcher = new TimexMatcher(rules.graph());
    }

    List<Example> all() {
        return found;
    }

    /** Adds a folder of dispatches with marked dates. */
    void gold(Path folder) throws IOException {
        JsonMapper json = new JsonMapper();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".gold.json")).sorted().toList()) {
                JsonNode gold = json.readTree(Files.readString(file));
                String name = gold.get("doc").asString();
                String text = Files.readString(folder.resolve(name + ".txt"));
                Optional<LocalDate> day = day(gold);
                if (day.isEmpty()) {
                    continue;
                }
                CodePoints points = CodePoints.of(text);
                Map<Integer, String> values = new HashMap<>();
                for (JsonNode date : gold.get("dates")) {
                    int from = points.toUtf16(date.get(0).asInt());
                    int to = points.toUtf16(date.get(1).asInt());
                    for (int at = from; at < to; at++) {
                        values.put(at, date.get(2).asString());
                    }
                }
                examples(name, text, day.get(), 1, values::get);
            }
        }
    }

    private static Optional<LocalDate> day(JsonNode gold) {
        JsonNode dateline = gold.get("dateline");
        String day = dateline != null && dateline.hasNonNull("date")
                ? dateline.get("date").asString()
                : gold.hasNonNull("published") ? gold.get("published").asString() : "";
        return day.matches("\\d{4}-\\d{2}-\\d{2}.*") ? Optional.of(LocalDate.parse(day.substring(0, 10))) : Optional.empty();
    }

    /** Adds the project's own sentences. */
    void lessons() {
        for (int i = 0; i < DirectionLessons.SENTENCES.size(); i++) {
            String marked = DirectionLessons.SENTENCES.get(i);
            Map<Integer, Boolean> sides = new HashMap<>();
            StringBuilder plain = new StringBuilder();
            for (int at = 0; at < marked.length(); at++) {
                char c = marked.charAt(at);
                if (c == '+' || c == '-') {
                    sides.put(plain.length(), c == '+');
                } else {
                    plain.append(c);
                }
            }
            Tokens tokens = lexer.tokens(plain.toString());
            for (TimexMatch match : matcher.matches(tokens)) {
                Captures words = new Captures(lexicon, tokens, match);
                Optional<DirectionFeatures.Kind> kind = PointValues.open(words);
                for (int token = match.from(); token < match.to() && kind.isPresent(); token++) {
                    Boolean ahead = sides.get(tokens.end[token]);
                    if (ahead != null) {
                        add("lesson" + i, tokens, match, kind.get(), PointValues.steps(words, LESSON), 0, ahead, LESSON_WEIGHT);
                    }
                }
            }
        }
    }

    /** Adds running copy: dispatches separated by form feeds, with years printed and days added in brackets. */
    void copy(Path folder) throws IOException {
        for (String name : YEARS.keySet().stream().sorted().toList()) {
            Path file = folder.resolve(name + ".txt.gz");
            int year = YEARS.getOrDefault(name, 0);
            List<String> texts = RunningCopy.dispatches(file);
            for (int i = 0; i < texts.size(); i++) {
                years(name + i, texts.get(i), year);
                bracketed(name + i, texts.get(i), year);
                Filed filed = FILED.get(name);
                if (filed != null && i < filed.dispatches()) {
                    near(name + i, texts.get(i), filed);
                }
            }
        }
    }

    private void bracketed(String name, String text, int year) {
        Matcher dateline = DATELINE.matcher(text);
        Matcher added = ADDED.matcher(text);
        if (!dateline.find()) {
            return;
        }
        String number = dateline.group("before") != null ? dateline.group("before") : dateline.group("after");
        Optional<LocalDate> day = number == null ? Optional.empty() : day(year, dateline.group("month"), number);
        if (day.isEmpty()) {
            return;
        }
        near(name, text, new Filed(0, day.get(), day.get()));
        if (!added.find()) {
            return;
        }
        char[] plain = text.toCharArray();
        Map<Integer, String> values = new HashMap<>();
        do {
            Optional<LocalDate> named = day(year, added.group(4), added.group(3));
            Arrays.fill(plain, added.start(2), added.end(2), ' ');
            named.ifPresent(date -> {
                for (int at = added.start(1); at < added.end(1); at++) {
                    values.put(at, date.toString());
                }
            });
        } while (added.find());
        examples(name, new String(plain), day.get(), 1, values::get);
    }

    private static Optional<LocalDate> day(int year, String month, String day) {
        int number = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        try {
            return Optional.of(LocalDate.of(year, number, Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private void years(String name, String text, int year) {
        Tokens tokens = lexer.tokens(text);
        for (TimexMatch match : matcher.matches(tokens)) {
            Captures words = new Captures(lexicon, tokens, match);
            Optional<Integer> printed = words.value("$YEAR");
            if (match.rule().type().isPresent() && printed.isPresent() && printed.get() != year && printed.get() > year - 9 && printed.get() < year + 20) {
                add(name, tokens, match, DirectionFeatures.Kind.YEAR, 0, 0, printed.get() > year, YEAR_WEIGHT);
            }
        }
    }

    private void near(String name, String text, Filed filed) {
        Tokens tokens = lexer.tokens(text);
        for (TimexMatch match : matcher.matches(tokens)) {
            Captures words = new Captures(lexicon, tokens, match);
            if (PointValues.open(words).filter(DirectionFeatures.Kind.MONTHDAY::equals).isEmpty()
                    || words.has("$WEEKDAY")) {
                continue;
            }
            int month = words.value("$MONTH").orElse(1);
            int day = words.value("$DAY").orElse(1);
            for (int year = filed.first().getYear() - 1; year <= filed.first().getYear() + 1; year++) {
                Optional<LocalDate> date = PointValues.date(year, month, day);
                if (date.isEmpty()) {
                    continue;
                }
                boolean ahead = date.get().isAfter(filed.last()) && date.get().isBefore(filed.first().plusDays(FARTHEST_AHEAD));
                boolean behind = date.get().isBefore(filed.first()) && date.get().isAfter(filed.last().minusDays(FARTHEST_BEHIND));
                if (ahead || behind) {
                    add(name, tokens, match, DirectionFeatures.Kind.MONTHDAY, 0, 0, ahead, NEAR_WEIGHT);
                }
            }
        }
    }

    private void examples(String name, String text, LocalDate day, double weight, IntFunction<String> values) {
        Tokens tokens = lexer.tokens(text);
        Map<String, Integer> seen = new HashMap<>();
        for (TimexMatch match : matcher.matches(tokens)) {
            Captures words = new Captures(lexicon, tokens, match);
            Optional<DirectionFeatures.Kind> kind = PointValues.open(words);
            String value = null;
            for (int at = tokens.start[match.from()]; at < tokens.end[match.to() - 1] && value == null; at++) {
                value = values.apply(at);
            }
            if (kind.isEmpty() || value == null) {
                continue;
            }
            Optional<CalendarValue.Days> days = CalendarValue.days(value);
            if (days.isEmpty()) {
                continue;
            }
            boolean ahead = days.get().from().isAfter(day);
            boolean behind = days.get().to().isBefore(day);
            int steps = PointValues.steps(words, day);
            String key = DirectionFeatures.key(kind.get(), words);
            if (steps != 0 && (ahead || behind) && fits(kind.get(), days.get(), day)) {
                // half of the time without what the text said before, which is not always right when it is tagged
                int before = found.size() % 2 == 0 ? seen.getOrDefault(key, 0) : 0;
                add(name, tokens, match, kind.get(), steps, before, ahead, weight);
            }
            seen.put(key, ahead ? 1 : behind ? -1 : 0);
        }
    }

    private static boolean fits(DirectionFeatures.Kind kind, CalendarValue.Days days, LocalDate day) {
        long distance = Math.abs(days.from().toEpochDay() - day.toEpochDay());
        return kind == DirectionFeatures.Kind.WEEKDAY ? distance < 7 : distance < 366;
    }

    private void add(
            String name,
            Tokens tokens,
            TimexMatch match,
            DirectionFeatures.Kind kind,
            int steps,
            int seen,
            boolean ahead,
            double weight) {
        NamedFeatures features = NamedFeatures.named();
        new DirectionFeatures(lexicon, features).collect(tokens, match.from(), match.to(), kind, steps, seen);
        found.add(new Example(name, kind.name(), features.names(), ahead, weight));
    }
}
