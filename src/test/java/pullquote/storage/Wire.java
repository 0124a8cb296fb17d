package pullquote.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sample tables, one of them with every type of column, and seeded rows that look like a bad day on the wire. */
final class Wire {
    record Piece(int start, int end) {}

    record Desk(String name, @Nullable LocalDate since, List<String> rooms) {}

    record Story(
            String storyId,
            @Nullable String slug,
            int words,
            @Nullable Integer takes,
            long bytes,
            @Nullable Long reach,
            boolean urgent,
            @Nullable Boolean corrected,
            double confidence,
            @Nullable Double score,
            @Nullable Instant publishedAt,
            Instant receivedAt,
            @Nullable LocalDate filedOn,
            LocalDate day,
            List<String> speakers,
            @Nullable List<String> cities,
            List<Piece> contentSpans,
            @Nullable List<Piece> sourceSpans,
            List<Integer> counts,
            List<Long> sums,
            List<Double> odds,
            List<Boolean> flags,
            List<Instant> moves,
            List<LocalDate> days,
            List<Desk> desks,
            Piece lead,
            @Nullable Desk desk) {}

    record Credit(
            String storyId, int seq, String name, @Nullable String title) {}

    record Kill(String runId, String detail, @Nullable Instant at) {}

    static final TableSchema<Story> STORIES = TableSchema.of("stories", Story.class);
    static final TableSchema<Credit> CREDITS = TableSchema.of("credits", Credit.class);
    static final TableSchema<Kill> KILLS = TableSchema.of("kills", Kill.class);

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "said",
            "“We will appeal,”",
            "Dana Ortiz",
            "TEHRAN —",
            "naïve",
            "北京",
            "🗞️📰",
            "𝔉lash",
            "\u0000",
            "\t\r\n",
            "\\\"'",
            "e\u0301",
            "\uFFFD",
            "\u2028",
            "'; DROP",
            "\uFEFF");

    private final RandomGenerator random;

    Wire(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    List<Story> stories(int count) {
        return IntStream.range(0, count).mapToObj(this::story).toList();
    }

    List<Credit> credits(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Credit("story-" + i, i % 3, text(), maybe(this::text)))
                .toList();
    }

    private Story story(int number) {
        return new Story(
                "story-" + number,
                maybe(this::text),
                random.nextInt(),
                maybe(random::nextInt),
                random.nextLong(),
                maybe(random::nextLong),
                random.nextBoolean(),
                maybe(random::nextBoolean),
                random.nextDouble(),
                maybe(() -> random.nextBoolean() ? random.nextGaussian() : Double.MIN_VALUE),
                maybe(this::instant),
                instant(),
                maybe(this::date),
                date(),
                list(this::text),
                maybe(() -> list(this::text)),
                list(this::piece),
                maybe(() -> list(this::piece)),
                list(random::nextInt),
                list(random::nextLong),
                list(random::nextDouble),
                list(random::nextBoolean),
                list(this::instant),
                list(this::date),
                list(this::desk),
                piece(),
                maybe(this::desk));
    }

    private Piece piece() {
        int start = random.nextInt(10_000);
        return new Piece(start, start + random.nextInt(500));
    }

    private Desk desk() {
        return new Desk(text(), maybe(this::date), list(this::text));
    }

    /** Between the years 1600 and 2300, so before and after 1970 and any Gregorian cutover of a reader. */
    private Instant instant() {
        return Instant.ofEpochSecond(
                random.nextLong(-11_676_096_000L, 10_413_792_000L), random.nextInt(1_000_000) * 1_000L);
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(random.nextLong(-135_000, 120_000));
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            out.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return out.toString();
    }

    private <T> List<T> list(Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(4)).toList();
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}
