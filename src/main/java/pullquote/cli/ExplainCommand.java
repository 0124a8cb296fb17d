package pullquote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import pullquote.analysis.Analyzer;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.analysis.Outcome;
import pullquote.analysis.Rejected;
import pullquote.batch.JobSettings;
import pullquote.intake.Incoming;
import pullquote.intake.InputFile;
import pullquote.intake.Intake;
import pullquote.text.Printable;

/** {@code explain}: one dispatch, as the job sees it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows one dispatch as the job sees it: its fields, its dates, and every attribution marked in the text,",
            "each with the reason for the decision. FILE#N is record N of a file of many."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/pullquote explain input/20170928/xinhua-20170928-0412.txt",
            "  jobs/pullquote explain wire.jsonl#3"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private JobOptions options;

    @Parameters(paramLabel = "FILE", description = "a raw dispatch, or record N of a file of many: FILE#N")
    private String target;

    @Override
    public Integer call() throws IOException {
        JobSettings settings = options.configuration().settings();
        Analyzer analyzer = Analyzer.english(settings.dispatch());
        int wanted = 1;
        Path path = JobOptions.path("FILE", target);
        int hash = target.lastIndexOf('#');
        if (!Files.exists(path) && hash > 0 && target.substring(hash + 1).matches("[0-9]{1,9}")) {
            wanted = Integer.parseInt(target.substring(hash + 1));
            path = JobOptions.path("FILE", target.substring(0, hash));
        }
        if (!Files.isRegularFile(path)) {
            throw new UsageException("expected a file but found none at " + path + "; give the path of a dispatch");
        }
        Path folder = Optional.ofNullable(path.getParent()).orElse(path);
        InputFile file = new InputFile(
                InputFile.uriOf(path.getFileName()),
                path,
                Files.size(path),
                Files.getLastModifiedTime(path).toMillis());
        try (Intake intake = Intake.open(file, folder, settings.intake())) {
            Optional<Incoming> record = intake.next();
            for (int n = 1; n < wanted && record.isPresent(); n++) {
                record = intake.next();
            }
            if (record.isEmpty()) {
                throw new UsageException("expected at least " + wanted + " records but found fewer in " + path);
            }
            System.out.print(explain(record.get(), analyzer));
        }
        return ExitCode.OK;
    }

    private static String explain(Incoming record, Analyzer analyzer) {
        if (record instanceof Incoming.Unreadable unreadable) {
            return rejected(unreadable.rejected());
        }
        Outcome outcome = analyzer.analyze(((Incoming.Received) record).raw());
        return outcome instanceof Rejected rejected
                ? rejected(rejected)
                : new Explanation((AnnotatedDispatch) outcome).text();
    }

    private static String rejected(Rejected rejected) {
        return Printable.line("rejected as " + rejected.code().code() + ": " + rejected.detail()) + "\n";
    }
}
