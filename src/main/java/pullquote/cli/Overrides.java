package pullquote.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line and the environment set over a job file.
 *
 * @param input the input folder
 * @param source the name of the source
 * @param output the output folder
 * @param state the state folder
 * @param threads the number of workers
 * @param allowEmptyInput whether the input may be empty although files of it are known
 */
record Overrides(
        Optional<Path> input,
        Optional<String> source,
        Optional<Path> output,
        Optional<Path> state,
        Optional<Integer> threads,
        boolean allowEmptyInput) {
    static Overrides none() {
        return new Overrides(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
