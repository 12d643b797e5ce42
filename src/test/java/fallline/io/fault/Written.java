package fallline.io.fault;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.NewExperiments;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.TraceRecorder;
import fallline.export.PdfExport;
import fallline.export.PngExport;
import fallline.export.SvgExport;
import fallline.export.TraceCsv;
import fallline.export.python.CodeTarget;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.file.user.FunctionFolder;
import fallline.file.user.Preferences;
import fallline.file.user.PreferencesFile;
import fallline.file.user.RuleFolder;
import fallline.io.SafeFile;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Everything that Fall Line writes into files of users, each to a path that is given.
enum Written {
    EXPERIMENT("a.json") {
        @Override
        void to(Path file) {
            new ExperimentFile(CATALOGUE).write(file, FIRST, Optional.empty(), UnknownFields.none());
        }
    },
    TRACE("a.csv") {
        @Override
        void to(Path file) {
            Run run = FIRST.runs().getFirst();
            RunTask task = new TaskResolver(CATALOGUE).resolve(FIRST, run);
            SafeFile.write(file, out -> {
                TraceCsv csv = new TraceCsv(out);
                csv.heading(FIRST.problem().objective().parameterNames());
                csv.add(run.name(), task, TraceRecorder.record(task, () -> false, _ -> {}));
                csv.flush();
            });
        }
    },
    PNG("a.png") {
        @Override
        void to(Path file) {
            PngExport.write(FIGURE, SIZE, Theme.LIGHT, 1, file);
        }
    },
    SVG("a.svg") {
        @Override
        void to(Path file) {
            SvgExport.write(FIGURE, SIZE, Theme.LIGHT, "a title", file);
        }
    },
    PDF("a.pdf") {
        @Override
        void to(Path file) {
            PdfExport.write(FIGURE, SIZE, Theme.LIGHT, "a title", file);
        }
    },
    PYTHON("a.py") {
        @Override
        void to(Path file) {
            CodeTarget.NUMPY.write(FIRST, FIRST.runs().getFirst(), new TaskResolver(CATALOGUE), file);
        }
    },
    RULE("a.rule") {
        @Override
        void to(Path file) {
            new RuleFolder(Objects.requireNonNull(file.getParent())).save(id(file), "lr = 0.1 (0 .. 1)");
        }
    },
    FUNCTION("a.function") {
        @Override
        void to(Path file) {
            new FunctionFolder(Objects.requireNonNull(file.getParent())).save(id(file), "name: A");
        }
    },
    PREFERENCES("preferences.json") {
        @Override
        void to(Path file) {
            if (!new PreferencesFile(file).write(Preferences.USUAL)) {
                throw new Unkept();
            }
        }
    };

    /// Preferences are the one thing that is lost without a word: nobody asked for them to be written.
    static final class Unkept extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();
    private static final Experiment FIRST = new NewExperiments(CATALOGUE).first();
    private static final Size SIZE = new Size(200, 100);

    private static final Figure FIGURE = (g, size, theme) -> {
        g.setColor(Color.RED);
        g.fill(new Rectangle2D.Double(10, 10, size.width() / 2, size.height() / 2));
    };

    private final String file;

    Written(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    private static String id(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
    }

    /// Writes it.
    ///
    /// @throws RuntimeException with a sentence, if that cannot be done
    abstract void to(Path file);
}
