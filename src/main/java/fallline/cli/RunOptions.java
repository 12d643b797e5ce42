package fallline.cli;

import fallline.expr.TypedNumber;
import fallline.io.FileException;
import fallline.text.Quote;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What `run` does besides computing.
///
/// @param trace where every step is written
/// @param to what J − J* is to fall below, or J where J* is not known
/// @param repeats where the quartiles of repeats are written
record RunOptions(Optional<Path> trace, Optional<Double> to, Optional<Path> repeats) {
    /// Adds the options.
    static CommandSpec describe(CommandSpec run) {
        return run.addOption(OptionSpec.builder("--trace")
                        .paramLabel("OUT.csv")
                        .type(Path.class)
                        .description("Write every step of every run into this file, as JSON if its name ends in .json.")
                        .build())
                .addOption(OptionSpec.builder("--to")
                        .paramLabel("EPS")
                        .type(String.class)
                        .description("Also print what each run took to J - J* < EPS; where J* is not known, to a J.")
                        .build())
                .addOption(OptionSpec.builder("--repeats")
                        .paramLabel("OUT.csv")
                        .type(Path.class)
                        .description("Repeat the runs that the file repeats, and write median and quartiles of J.")
                        .build());
    }

    /// @throws FileException with a sentence, if a number is none
    static RunOptions of(ParseResult command) {
        return new RunOptions(
                Optional.ofNullable(command.matchedOptionValue("--trace", (Path) null)),
                Optional.ofNullable(command.matchedOptionValue("--to", (String) null))
                        .map(RunOptions::number),
                Optional.ofNullable(command.matchedOptionValue("--repeats", (Path) null)));
    }

    private static Double number(String typed) {
        try {
            return TypedNumber.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new FileException("--to must be a number such as 1e-6, got " + Quote.of(typed) + ".", e);
        }
    }
}
