package fallline.export.python;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.TaskResolver;
import fallline.expr.print.PythonDialect;
import fallline.io.SafeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What an experiment is written as, to be run elsewhere.
public enum CodeTarget {
    NUMPY("numpy", "Python (NumPy)", "py") {
        @Override
        public String text(Experiment experiment, Run run, TaskResolver resolver) {
            return PythonScript.text(experiment, resolver, PythonDialect.NUMPY);
        }
    },
    NUMPY_SHORT("numpy-short", "The loop of the textbook (NumPy)", "py") {
        @Override
        public String text(Experiment experiment, Run run, TaskResolver resolver) {
            return TextbookScript.text(experiment, run, resolver);
        }
    },
    PYTORCH("pytorch", "Python (PyTorch)", "py") {
        @Override
        public String text(Experiment experiment, Run run, TaskResolver resolver) {
            return PythonScript.text(experiment, resolver, PythonDialect.PYTORCH);
        }
    },
    NOTEBOOK("notebook", "Jupyter notebook", "ipynb") {
        @Override
        public String text(Experiment experiment, Run run, TaskResolver resolver) {
            return Notebook.text(experiment, run, resolver);
        }
    };

    private final String word;
    private final String title;
    private final String ending;

    CodeTarget(String word, String title, String ending) {
        this.word = word;
        this.title = title;
        this.ending = ending;
    }

    /// The text, of all runs or, where it holds one, of `run`.
    ///
    /// @throws fallline.export.ExportException with a sentence, if it cannot be written
    /// @throws IllegalArgumentException with a sentence, if a recipe does not fit
    public abstract String text(Experiment experiment, Run run, TaskResolver resolver);

    /// Writes the text to `target`, whole or not at all.
    ///
    /// @throws fallline.io.FileException with a sentence, if the file cannot be written
    /// @throws fallline.export.ExportException with a sentence, if it cannot be written so
    /// @throws IllegalArgumentException with a sentence, if a recipe does not fit
    public void write(Experiment experiment, Run run, TaskResolver resolver, Path target) {
        byte[] text = text(experiment, run, resolver).getBytes(StandardCharsets.UTF_8);
        SafeFile.write(target, out -> out.write(text));
    }

    /// Its name on the command line.
    public String word() {
        return word;
    }

    /// Its name in menus.
    public String title() {
        return title;
    }

    /// The ending of its file's name, without the point.
    public String ending() {
        return ending;
    }

    /// The one with this name on the command line.
    public static Optional<CodeTarget> of(String word) {
        return Arrays.stream(values())
                .filter(target -> target.word.equals(word))
                .findFirst();
    }

    /// All names on the command line.
    public static List<String> words() {
        return Arrays.stream(values()).map(CodeTarget::word).toList();
    }
}
