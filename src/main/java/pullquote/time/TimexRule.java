package pullquote.time;

import java.util.List;
import java.util.Optional;

/**
 * One rule for time expressions, from {@code timex.rules}.
 *
 * @param name its name, shown with each expression that it decided
 * @param order its place in the file: among matches of one length the earlier rule wins
 * @param type the type of its expressions; empty where the rule marks words that are none
 * @param function how the value is worked out
 * @param argument the function's argument, empty where it takes none
 * @param hits sentences with the expressions in brackets, each with its value: {@code [last week=2017-W38]}
 * @param misses sentences in which the rule finds nothing
 */
record TimexRule(
        String name,
        int order,
        Optional<Timex3.Type> type,
        String function,
        String argument,
        List<String> hits,
        List<String> misses) {}
