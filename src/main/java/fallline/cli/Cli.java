package fallline.cli;

import fallline.cli.lesson.LessonCommand;
import fallline.export.ExportException;
import fallline.export.python.CodeTarget;
import fallline.io.FileException;
import fallline.io.LogFile;
import fallline.io.Version;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.page.Views;
import fallline.text.Quote;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The command line. It ends with a code and never with the process: 0 when all went well, 2 for bad input, 1 for a
/// failure.
public final class Cli {
    private static final int FAILURE = 1;
    private static final int BAD_INPUT = 2;

    private final OptimizerCatalogue catalogue;
    private final Views views;
    private final WindowOpener window;
    private final Console console;
    private final LogFile log;

    /// @param window what opens when no command is given
    /// @param log gets the traces of what should not have happened
    public Cli(OptimizerCatalogue catalogue, WindowOpener window, Console console, LogFile log) {
        this(catalogue, Views.ALL, window, console, log);
    }

    /// @param views what can be rendered
    /// @param window what opens when no command is given
    /// @param log gets the traces of what should not have happened
    public Cli(OptimizerCatalogue catalogue, Views views, WindowOpener window, Console console, LogFile log) {
        this.catalogue = catalogue;
        this.views = views;
        this.window = window;
        this.console = console;
        this.log = log;
    }

    /// Does what the arguments say.
    ///
    /// @return the exit code
    public int run(String... arguments) {
        CommandLine line = new CommandLine(root())
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((e, said) -> {
                    console.complain(shortened(String.valueOf(e.getMessage()), said)
                            + " (fallline --help lists what can be said)");
                    return BAD_INPUT;
                })
                .registerConverter(Path.class, Cli::path)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setExpandAtFiles(false)
                .setOut(console.out())
                .setErr(console.err());
        try {
            return line.execute(arguments);
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
    }

    /// A path of the command line.
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(Quote.of(text) + " can be no name of a file here");
        }
    }

    /// The library's message, with what was said cut to what can be read.
    private static String shortened(String message, String... said) {
        String shown = message;
        for (String argument : said) {
            for (String part : List.of(argument, argument.substring(argument.indexOf('=') + 1))) {
                shown = part.length() > Quote.LONGEST ? shown.replace(part, Quote.shortened(part)) : shown;
            }
        }
        return shown;
    }

    private CommandSpec root() {
        CommandSpec root = CommandSpec.create()
                .name("fallline")
                .mixinStandardHelpOptions(true)
                .version("Fall Line " + Version.text())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .type(String.class)
                        .arity("0..1")
                        .description(
                                "An experiment (.fallline, .json) or a table of data to begin with, or a share code.")
                        .build())
                .addSubcommand("run", runSpec())
                .addSubcommand("render", renderSpec())
                .addSubcommand("check", checkSpec())
                .addSubcommand("code", codeSpec())
                .addSubcommand("lesson", LessonCommand.spec("Fall Line " + Version.text()));
        root.usageMessage()
                .description("Fall Line, a laboratory for gradient descent. Without a command it opens the window.");
        return root;
    }

    private static CommandSpec runSpec() {
        CommandSpec run = onFile().addOption(OptionSpec.builder("--trace")
                .paramLabel("OUT.csv")
                .type(Path.class)
                .description("Write every step of every run into this file, as JSON if its name ends in .json.")
                .build());
        run.usageMessage().description("Computes all runs of an experiment and prints how they ended.");
        return run;
    }

    private CommandSpec renderSpec() {
        CommandSpec render = onFile();
        RenderOrder.describe(render, views);
        return render;
    }

    private static CommandSpec checkSpec() {
        CommandSpec check = onFile();
        check.usageMessage()
                .description("Holds the gradient against differences of J; ends with 1 where they disagree.");
        return check;
    }

    private static CommandSpec codeSpec() {
        CommandSpec code = onFile().addOption(OptionSpec.builder("--target")
                        .paramLabel(String.join("|", CodeTarget.words()))
                        .type(String.class)
                        .description("The library that the script computes with, numpy if left out; the loop of the "
                                + "textbook in some fifteen lines; or a notebook of both.")
                        .build())
                .addOption(OptionSpec.builder("--run")
                        .paramLabel("NAME")
                        .type(String.class)
                        .description(
                                "Whose loop is written short; if left out, the run that the file's view has chosen.")
                        .build())
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("OUT.py")
                        .type(Path.class)
                        .required(true)
                        .description("The script (.py), or the notebook (.ipynb).")
                        .build());
        code.usageMessage().description("Writes an experiment as a Python script that prints what run --trace writes.");
        return code;
    }

    /// A command on one experiment file.
    private static CommandSpec onFile() {
        return CommandSpec.create()
                .mixinStandardHelpOptions(true)
                .version("Fall Line " + Version.text())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .type(Path.class)
                        .arity("1")
                        .required(true)
                        .description("An experiment file (.fallline, .json).")
                        .build());
    }

    private int execute(ParseResult parsed) {
        try {
            return dispatch(parsed);
        } catch (FileException e) {
            console.complain(String.valueOf(e.getMessage()));
            return e.isInput() ? BAD_INPUT : FAILURE;
        } catch (RunFailure e) {
            log.write("A run", e);
            console.complain(String.valueOf(e.getMessage()));
            return FAILURE;
        } catch (ExportException e) {
            console.complain(String.valueOf(e.getMessage()));
            return FAILURE;
        } catch (OutOfMemoryError e) {
            console.complain("There is not enough memory for this: take fewer steps or less data.");
            return FAILURE;
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
    }

    private int failed(Throwable fault) {
        console.fail(fault, log);
        return FAILURE;
    }

    private int dispatch(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        ParseResult named = parsed;
        while (named.hasSubcommand()) {
            named = named.subcommand();
        }
        Object name = named.matchedPositionalValue(0, (Object) null);
        if (name != null && name.toString().isBlank()) {
            console.complain("The name of the file is empty: name an experiment, or leave it out to open the window.");
            return BAD_INPUT;
        }
        if (!parsed.hasSubcommand()) {
            return window.open(Optional.ofNullable(parsed.matchedPositionalValue(0, (String) null)));
        }
        ParseResult command = parsed.subcommand();
        Path file = command.matchedPositionalValue(0, Path.of(""));
        return switch (command.commandSpec().name()) {
            case "check" -> new CheckCommand(catalogue, console).run(file) ? 0 : FAILURE;
            case "render" -> {
                new RenderCommand(catalogue, views, console).run(RenderOrder.of(command));
                yield 0;
            }
            case "code" -> code(command, file);
            case "lesson" -> new LessonCommand(catalogue, console::print, console::complain).run(command);
            default -> {
                Optional<Path> trace = Optional.ofNullable(command.matchedOptionValue("--trace", (Path) null));
                new RunCommand(catalogue, console).run(file, trace);
                yield 0;
            }
        };
    }

    private int code(ParseResult command, Path file) {
        String target = command.matchedOptionValue("--target", CodeTarget.NUMPY.word());
        Optional<CodeTarget> code = CodeTarget.of(target);
        if (code.isEmpty()) {
            List<String> words = CodeTarget.words();
            console.complain("--target must be " + String.join(", ", words.subList(0, words.size() - 1)) + " or "
                    + words.getLast() + ", got " + Quote.of(target) + ".");
            return BAD_INPUT;
        }
        Optional<String> run = Optional.ofNullable(command.matchedOptionValue("--run", (String) null));
        new CodeCommand(catalogue, console)
                .run(file, code.get(), run, command.matchedOptionValue("--output", Path.of("")));
        return 0;
    }
}
