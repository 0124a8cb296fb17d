package pullquote.quote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import pullquote.dispatch.Dispatch;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text whose names are known: for each token the labels that it may have, as a set.
 *
 * @param name of the text, the same as its file's without the ending
 * @param passage its words
 * @param allowed for each token a set of {@link NameChain}'s labels
 * @param entities the persons, organisations and places as they are listed
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never handed out
record NameGold(String name, Passage passage, int[] allowed, JsonNode entities) {
    private static final List<String> KINDS = List.of("persons", "organizations", "places");
    private static final java.util.Set<String> SEATS = java.util.Set.of("white", "kremlin", "pentagon", "elysee");
    private static final int UNLISTED = 1 << NameChain.OUTSIDE | 1 << NameChain.first(NameChain.OTHER) | 1 << NameChain.inner(NameChain.OTHER);

    /** {@return the texts of a file in CoNLL's columns, cut where a dateline begins the next} */
    static List<NameGold> columns(Path file, Function<String, Passage> reader) throws IOException {
        List<List<String[]>> sentences = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                sentences.add(new ArrayList<>());
            } else {
                sentences.get(sentences.size() - 1).add(line.split(" "));
            }
        }
        List<NameGold> found = new ArrayList<>();
        List<List<String[]>> text = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            int dateline = i;
            while (dateline < Math.min(sentences.size() - 1, i + 3) && !isDateline(sentences.get(dateline))) {
                dateline++;
            }
            boolean byline = dateline == i + 2 && sentences.get(i + 1).stream().allMatch(t -> t[1].endsWith("PER"));
            if (isDateline(sentences.get(dateline)) && (dateline == i + 1 || byline) && !text.isEmpty()) {
                found.add(columns(file.getFileName() + "-" + found.size(), text, reader));
                text = new ArrayList<>();
            }
            if (!sentences.get(i).isEmpty()) {
                text.add(sentences.get(i));
            }
        }
        found.add(columns(file.getFileName() + "-" + found.size(), text, reader));
        return found;
    }

    private static boolean isDateline(List<String[]> sentence) {
        return sentence.size() < 8 && !sentence.isEmpty() && sentence.get(sentence.size() - 1)[0].matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private static NameGold columns(String name, List<List<String[]>> sentences, Function<String, Passage> reader) {
        StringBuilder text = new StringBuilder();
        List<int[]> spans = new ArrayList<>();
        boolean open = false;
        for (List<String[]> sentence : sentences) {
            boolean glued = true;
            for (String[] token : sentence) {
                String word = token[0];
                boolean mark = word.equals("\"");
                boolean closes = (mark && open) || word.matches("'s|'|n't|[.,;:?!)%]|'(re|ve|ll|d|m)");
                if (!glued && !closes) {
                    text.append(' ');
                }
                int label = Math.max(-1, List.of("PER", "ORG", "LOC", "MISC").indexOf(token[1].substring(Math.min(2, token[1].length()))));
                spans.add(new int[] {
                    text.length(), text.length() + word.length(), label < 0 ? NameChain.OUTSIDE : token[1].startsWith("B") ? NameChain.first(label) : NameChain.inner(label)
                });
                text.append(word);
                glued = word.equals("(") || word.equals("$") || (mark && !open);
                open = mark != open;
            }
            text.append("\n\n");
            open = false;
        }
        Passage p = reader.apply(text.toString());
        int[] allowed = new int[p.size];
        int s = 0;
        for (int i = 0; i < p.size; i++) {
            while (spans.get(s)[1] <= p.tokens.start(i)) {
                s++;
            }
            boolean whole = spans.get(s)[0] == p.tokens.start(i);
            int label = spans.get(s)[2];
            // a word that is cut in two goes on
            allowed[i] = 1 << (whole || label == NameChain.OUTSIDE ? label : label | 1);
        }
        for (int i = 0; i < p.size; i++) {
            // seats that stand for who sits there: organisations here, places there
            if (allowed[i] == 1 << NameChain.first(NameChain.PLACE) && SEATS.contains(p.tokens.word(i).toLowerCase(Locale.ROOT))) {
                allowed[i] |= 1 << NameChain.first(NameChain.ORGANIZATION);
                if (i + 1 < p.size && allowed[i + 1] == 1 << NameChain.inner(NameChain.PLACE)) {
                    allowed[i + 1] |= 1 << NameChain.inner(NameChain.ORGANIZATION);
                }
            }
        }
        return new NameGold(name, p, allowed, JsonMapper.shared().createObjectNode());
    }

    /** {@return the dispatches of a folder whose persons, organisations and places are listed beside them} */
    static List<NameGold> listed(Path folder, Function<Dispatch, Passage> reader) throws IOException {
        List<NameGold> found = new ArrayList<>();
        DispatchParser parser = new DispatchParser(DispatchSettings.standard());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".entities.json")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".entities.json", "");
                String text = Files.readString(folder.resolve(name + ".txt"));
                Optional<Dispatch> dispatch = parser.parse(
                        new RawDispatch(new Provenance(name, 1, "", "txt", "UTF-8", "assumed"), text, Map.of()));
                if (dispatch.isPresent()) {
                    Passage p = reader.apply(dispatch.get());
                    JsonNode entities = JsonMapper.shared().readTree(Files.readString(file));
                    found.add(new NameGold(name, p, marked(p, entities), entities));
                }
            }
        }
        return found;
    }

    static Passage passage(Dispatch dispatch, Lexicon lexicon, Tagger tagger) {
        Passage p = new Passage(Tokens.of(dispatch.body(), dispatch.storyStart()), lexicon);
        tagger.tag(p);
        return p;
    }

    private record Form(String[] words, int kind) {}

    private static int[] marked(Passage p, JsonNode entities) {
        List<Form> forms = new ArrayList<>();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            for (JsonNode entity : entities.path(KINDS.get(kind))) {
                addForm(entity.path("name").asString(), kind, forms);
                for (JsonNode alias : entity.path("aliases")) {
                    addForm(alias.asString(), kind, forms);
                }
            }
        }
        forms.sort(Comparator.comparingInt((Form f) -> -f.words.length));
        int[] allowed = new int[p.size];
        for (int i = 0; i < p.size; i++) {
            for (Form f : forms) {
                if (allowed[i] != 0) {
                    break;
                }
                mark(p, i, f, forms, allowed);
            }
        }
        for (int i = 0; i < p.size; i++) {
            allowed[i] = allowed[i] != 0 ? allowed[i] : UNLISTED;
        }
        return allowed;
    }

    private static void addForm(String name, int kind, List<Form> forms) {
        Tokens t = Tokens.of(name);
        String[] words = new String[t.size()];
        boolean capital = false;
        for (int i = 0; i < words.length; i++) {
            words[i] = t.word(i).replace('’', '\'').toLowerCase(Locale.ROOT);
            capital |= !t.word(i).equals(t.word(i).toLowerCase(Locale.ROOT));
        }
        // "the Haaretz newspaper": the name itself
        int from = 0;
        int to = words.length;
        while (capital && from < to && t.word(from).equals(words[from]) && (words[from].equals("the") || kind != 0)) {
            from++;
        }
        while (capital
                && to > from
                && t.isWord(to - 1)
                && t.word(to - 1).equals(words[to - 1])
                && !(kind == NameChain.ORGANIZATION && NameRuns.isHead(words[to - 1]))) {
            to--;
        }
        if (from < to && capital) {
            forms.add(new Form(Arrays.copyOfRange(words, from, to), kind));
        }
    }

    private static void mark(Passage p, int at, Form f, List<Form> forms, int[] allowed) {
        if (!matches(p, at, f)) {
            return;
        }
        for (int i = at; i < at + f.words.length; i++) {
            if (allowed[i] != 0) {
                return;
            }
        }
        for (Form other : forms) {
            if (other.words.length == f.words.length && matches(p, at, other)) {
                allowed[at] |= 1 << NameChain.first(other.kind);
                for (int i = at + 1; i < at + f.words.length; i++) {
                    allowed[i] |= 1 << NameChain.inner(other.kind);
                }
            }
        }
    }

    private static boolean matches(Passage p, int at, Form f) {
        if (at + f.words.length > p.size || p.tokens.sentenceOf(at) != p.tokens.sentenceOf(at + f.words.length - 1)) {
            return false;
        }
        boolean capital = false;
        for (int i = 0; i < f.words.length; i++) {
            String word = p.tokens.word(at + i);
            capital |= NameRuns.capital(p, at + i);
            if (!word.replace('’', '\'').toLowerCase(Locale.ROOT).equals(f.words[i])) {
                return false;
            }
        }
        return capital;
    }
}
