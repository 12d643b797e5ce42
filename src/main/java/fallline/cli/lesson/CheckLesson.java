package fallline.cli.lesson;

import fallline.card.CardException;
import fallline.io.FileException;
import fallline.lesson.Lesson;
import fallline.lesson.check.Finding;
import fallline.lesson.check.Walk;
import fallline.lesson.read.LessonReader;
import fallline.lesson.state.Engine;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.text.Quote;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// `fallline lesson check FILE`.
final class CheckLesson {
    private final OptimizerCatalogue catalogue;
    private final Consumer<String> print;

    CheckLesson(OptimizerCatalogue catalogue, Consumer<String> print) {
        this.catalogue = catalogue;
        this.print = print;
    }

    /// @return the exit code
    /// @throws FileException if the lesson cannot be read
    int run(Path file) {
        Lesson lesson;
        try {
            lesson = new LessonReader(catalogue).read(file);
        } catch (CardException e) {
            String message = e.located();
            throw new FileException(Quote.path(file) + ", " + message + (message.endsWith(".") ? "" : "."), e);
        }
        List<Finding> findings = new Walk(new Engine(catalogue)).through(lesson);
        int faults = 0;
        for (Finding finding : findings) {
            faults += finding.faults().size();
            print.accept((finding.faults().isEmpty() ? "well   " : "fails  ") + "line " + finding.line() + ", "
                    + finding.step() + " (" + finding.done() + ")");
            finding.faults().forEach(fault -> print.accept("         " + fault));
        }
        long tasks =
                lesson.steps().stream().filter(step -> step.task().isPresent()).count();
        print.accept(
                faults == 0
                        ? "All is well: " + count(findings.size(), "step") + ", " + count(tasks, "task") + "."
                        : "The lesson fails in " + faults + (faults == 1 ? " place." : " places."));
        return faults == 0 ? 0 : 1;
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
