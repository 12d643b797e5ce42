package fallline.lesson;

import fallline.card.CardException;
import fallline.lesson.read.LessonReader;
import fallline.lesson.state.Engine;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.util.Optional;

/// Lessons for tests.
public final class Lessons {
    public static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();

    public static final String BOWL = """
            {"problem": {"kind": "formula", "expression": "w^2", "variables": ["w"]}, "start": [20], "steps": 50,
             "runs": [{"optimizer": "gd", "hyperparameters": {"lr": 0.1}}]}""";

    private Lessons() {}

    public static Engine engine() {
        return new Engine(CATALOGUE);
    }

    /// A lesson of one step on J = w² from w = 20.
    ///
    /// @param facts the lines of the step
    public static LessonStep step(String... facts) throws CardException {
        return read("title: T\nstep: One\nexperiment: " + BOWL.replace("\n", "\n ") + "\n" + String.join("\n", facts))
                .steps()
                .getFirst();
    }

    public static Lesson read(String text) throws CardException {
        return new LessonReader(CATALOGUE).read("test", text, Optional.empty());
    }
}
