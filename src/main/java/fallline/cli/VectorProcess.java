package fallline.cli;

import fallline.experiment.Experiment;
import fallline.file.ExperimentFile;
import fallline.io.FileException;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.DataProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Does a command again in a virtual machine that has the module of vector registers, where much is to be computed. The
/// launch line does without the module, since it makes every start slower and says so on the console; the bits of all
/// results are the same with it and without.
public final class VectorProcess {
    private static final String MODULE = "jdk.incubator.vector";

    /// From so many numbers on, read by all steps of all runs, a second start is made up for.
    private static final double MANY = 1e9;

    /// The machine says this about every module that incubates, and cannot be told not to.
    private static final String REMARK = "WARNING: Using incubator modules";

    private VectorProcess() {}

    /// Whether vectors are worth a process of their own.
    static boolean isWorthIt(Experiment experiment) {
        double rows = DataProblem.of(experiment.problem())
                .map(problem -> (double) problem.data().rows())
                .orElse(0.0);
        int parameters = experiment.problem().objective().dimension();
        double numbers =
                rows * parameters * experiment.steps() * experiment.runs().size();
        return numbers >= MANY;
    }

    /// As [#run], if the experiment that the arguments name is worth it; empty if not, or if it cannot be read, which
    /// is said elsewhere.
    public static OptionalInt instead(
            OptimizerCatalogue catalogue, String main, PrintStream errors, String... arguments) {
        if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
            return OptionalInt.empty();
        }
        try {
            for (String argument : arguments) {
                if (ExperimentFile.isNamedSo(Path.of(argument)) && Files.isRegularFile(Path.of(argument))) {
                    boolean worth = isWorthIt(new ExperimentFile(catalogue)
                            .read(Path.of(argument))
                            .experiment());
                    return worth ? run(main, errors, arguments) : OptionalInt.empty();
                }
            }
        } catch (FileException | InvalidPathException e) {
            return OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    /// Does what `arguments` say there, with this process's streams; waits for the end.
    ///
    /// @param main the program's class
    /// @param errors where the process's complaints go
    /// @return its exit code; empty if it cannot be started, which leaves the work to this process
    static OptionalInt run(String main, PrintStream errors, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-XX:AOT") && !option.startsWith("-Dfallline."))
                .forEach(command::add);
        command.addAll(List.of("--add-modules=" + MODULE, "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(Redirect.INHERIT)
                    .redirectOutput(Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "with-its-parent"));
            try (BufferedReader complaints = process.errorReader()) {
                complaints.lines().filter(line -> !line.startsWith(REMARK)).forEach(errors::println);
            }
            return OptionalInt.of(process.waitFor());
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
