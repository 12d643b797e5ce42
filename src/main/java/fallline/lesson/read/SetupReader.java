package fallline.lesson.read;

import fallline.card.CardException;
import fallline.card.Fact;
import fallline.data.DataException;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.file.codec.TableRules;
import fallline.io.FileException;
import fallline.lesson.state.Assignment;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Script;
import fallline.lesson.state.Setup;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the experiment of a step: `experiment:` as JSON or as the name of a file beside the lesson, and `change:`.
final class SetupReader {
    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_STEPS = 100_000;
    private static final int MOST_RUNS = 12;
    private static final int MOST_PARAMETERS = 20_000;
    private static final Pattern BARE_NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,200}\\.(fallline|json)");
    private static final Pattern POSITION = Pattern.compile(" at line 1, column (\\d+)");

    private final ExperimentFile files;
    private final Engine engine;

    SetupReader(OptimizerCatalogue catalogue, Engine engine) {
        files = new ExperimentFile(catalogue);
        this.engine = engine;
    }

    /// @param before the setup of the step before
    /// @param folder where files lie that it names
    Setup read(StepFacts step, Optional<Setup> before, Optional<Path> folder) throws CardException {
        Optional<Fact> own = step.find("experiment");
        if (own.isEmpty() && before.isEmpty()) {
            throw step.line()
                    .mistake(
                            "the first step has no experiment", "add a line experiment: {\"problem\": …, \"runs\": …}");
        }
        Setup setup = own.isPresent() ? experiment(own.get(), folder) : before.orElseThrow();
        for (Fact change : step.all("change")) {
            setup = changed(setup, change);
        }
        Fact last = step.all("change").isEmpty()
                ? own.orElse(null)
                : step.all("change").getLast();
        if (last != null) {
            checkSize(setup.experiment(), last);
        }
        return setup;
    }

    private Setup experiment(Fact fact, Optional<Path> folder) throws CardException {
        boolean inline = fact.value().startsWith("{");
        try {
            String text = inline ? fact.value() : beside(fact, folder);
            OpenedExperiment opened = files.within(
                    inline ? "the experiment" : fact.value(), text, TableRules.ofLesson(folder.orElse(Path.of(""))));
            if (!opened.unknown().paths().isEmpty()) {
                throw fact.mistake(
                        "the experiment has a field that does not exist: "
                                + opened.unknown().paths().getFirst(),
                        "take it out, or correct its name");
            }
            Experiment experiment = opened.experiment();
            return new Setup(experiment, opened.view().orElseGet(() -> ViewState.initial(experiment)));
        } catch (FileException | DataException | IllegalArgumentException e) {
            throw mistake(fact, inline, String.valueOf(e.getMessage()));
        }
    }

    private static CardException mistake(Fact fact, boolean inline, String message) {
        Matcher position = POSITION.matcher(message);
        if (inline && position.find()) {
            int offset = fact.begin() + Integer.parseInt(position.group(1)) - 1;
            return fact.line().mistake(position.replaceFirst(""), "", offset, offset + 1);
        }
        return fact.mistake(message, "");
    }

    private static String beside(Fact fact, Optional<Path> folder) throws CardException {
        if (!BARE_NAME.matcher(fact.value()).matches()) {
            throw fact.mistake(
                    "this is no experiment",
                    "write one in { }, or the name of a .fallline file in the lesson's own folder, without a path");
        }
        if (folder.isEmpty()) {
            throw fact.mistake("this lesson has no folder", "write the experiment into it, in { }");
        }
        return LessonFile.text(folder.get().resolve(fact.value()), false, MOST_BYTES);
    }

    private Setup changed(Setup setup, Fact fact) throws CardException {
        Script script = Script.parse(fact.line(), fact.begin());
        Setup now = setup;
        for (Assignment one : script.assignments()) {
            if (Script.ANSWERS.contains(one.name())) {
                throw fact.line()
                        .mistake(
                                one.name() + " changes no experiment",
                                "it belongs to solution or wrong",
                                one.begin(),
                                one.end());
            }
            try {
                now = new Script(List.of(one)).apply(now, engine);
            } catch (IllegalArgumentException | DataException e) {
                throw fact.line().mistake(String.valueOf(e.getMessage()), "", one.begin(), one.end());
            }
        }
        return now;
    }

    private static void checkSize(Experiment experiment, Fact fact) throws CardException {
        if (experiment.steps() > MOST_STEPS) {
            throw fact.mistake("a lesson's runs take at most 100\u202f000 steps", "take fewer");
        }
        if (experiment.runs().size() > MOST_RUNS) {
            throw fact.mistake("a lesson's experiment has at most " + MOST_RUNS + " runs", "take fewer");
        }
        if (experiment.problem().objective().dimension() > MOST_PARAMETERS) {
            throw fact.mistake("a lesson's model has at most 20\u202f000 parameters", "take fewer units or features");
        }
    }
}
