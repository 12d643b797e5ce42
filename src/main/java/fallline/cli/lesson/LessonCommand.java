package fallline.cli.lesson;

import fallline.io.FileException;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `fallline lesson check FILE` and `fallline lesson grade FOLDER -o OUT.csv`.
public final class LessonCommand {
    private final OptimizerCatalogue catalogue;
    private final Consumer<String> print;
    private final Consumer<String> complain;

    /// @param print takes a line of results
    /// @param complain takes a sentence about what is wrong
    public LessonCommand(OptimizerCatalogue catalogue, Consumer<String> print, Consumer<String> complain) {
        this.catalogue = catalogue;
        this.print = print;
        this.complain = complain;
    }

    /// What can be said behind `lesson`.
    ///
    /// @param version what `--version` prints
    public static CommandSpec spec(String version) {
        CommandSpec check = on("FILE", "A lesson (.lesson).", version);
        check.usageMessage()
                .description(
                        "Reads a lesson and walks through it: its solutions must solve its tasks, its wrong answers and"
                                + " doing nothing must not; ends with 1 where they do not.");
        CommandSpec grade = on("FOLDER", "A folder with a file of answers for each student.", version)
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("OUT.csv")
                        .type(Path.class)
                        .required(true)
                        .description("The table: a row a student, a column a step.")
                        .build());
        grade.usageMessage()
                .description(
                        "Asks the engine about a class's answers. Lessons are those of the course, and those that lie"
                                + " in the folder.");
        CommandSpec lesson = CommandSpec.create()
                .mixinStandardHelpOptions(true)
                .version(version)
                .addSubcommand("check", check)
                .addSubcommand("grade", grade);
        lesson.usageMessage().description("Checks a lesson, or grades a class.");
        return lesson;
    }

    private static CommandSpec on(String label, String description, String version) {
        return CommandSpec.create()
                .mixinStandardHelpOptions(true)
                .version(version)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel(label)
                        .type(Path.class)
                        .arity("1")
                        .required(true)
                        .description(description)
                        .build());
    }

    /// Does what the arguments say.
    ///
    /// @param parsed what stands behind `lesson`
    /// @return 0 if all is well, 1 where a lesson fails its walk, 2 where something cannot be read
    /// @throws FileException if a file cannot be read or written
    public int run(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            throw new FileException("lesson needs one of check and grade: write lesson check FILE.");
        }
        ParseResult command = parsed.subcommand();
        Path path = command.matchedPositionalValue(0, Path.of(""));
        return command.commandSpec().name().equals("check")
                ? new CheckLesson(catalogue, print).run(path)
                : new GradeClass(catalogue, print, complain)
                        .run(path, command.matchedOptionValue("--output", Path.of("")));
    }
}
