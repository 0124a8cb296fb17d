package pullquote.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code timex.rules}: definitions, rules, their patterns and examples. */
final class TimexRules {
    private final List<TimexRule> rules = new ArrayList<>();
    private final PatternGraph graph = new PatternGraph();
    private final PatternParser parser;

    private String[] head = {};
    private final List<String> patterns = new ArrayList<>();
    private final List<String> hits = new ArrayList<>();
    private final List<String> misses = new ArrayList<>();

    TimexRules(TimexLexicon lexicon) {
        parser = new PatternParser(lexicon, graph);
        for (String line : TimexLexicon.lines("timex.rules")) {
            read(line.strip());
        }
        finish();
    }

    private void read(String line) {
        if (line.matches("@\\w+ = .*")) {
            int equals = line.indexOf('=');
            parser.define(line.substring(1, equals).strip(), line.substring(equals + 1));
        } else if (line.startsWith("rule ")) {
            finish();
            head = line.split("\\s+");
        } else if (line.startsWith("+ ")) {
            hits.add(line.substring(2).strip());
        } else if (line.startsWith("- ")) {
            misses.add(line.substring(2).strip());
        } else {
            patterns.add(line);
        }
    }

    private void finish() {
        if (head.length > 0) {
            TimexRule rule = new TimexRule(
                    head[1],
                    rules.size(),
                    head[2].equals("NONE") ? Optional.empty() : Optional.of(Timex3.Type.valueOf(head[2])),
                    head.length > 3 ? head[3] : "",
                    head.length > 4 ? head[4] : "",
                    List.copyOf(hits),
                    List.copyOf(misses));
            rules.add(rule);
            patterns.forEach(pattern -> parser.add(rule, pattern));
        }
        head = new String[0];
        patterns.clear();
        hits.clear();
        misses.clear();
    }

    List<TimexRule> all() {
        return List.copyOf(rules);
    }

    PatternGraph graph() {
        return graph;
    }
}
