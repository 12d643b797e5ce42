package fallline.lesson.read;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.card.Fact;
import fallline.lesson.Control;
import fallline.lesson.LessonStep;
import fallline.lesson.Pane;
import fallline.lesson.Task;
import fallline.lesson.condition.Vocabulary;
import fallline.lesson.prose.Prose;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Script;
import fallline.lesson.state.Setup;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a step whose experiment is known.
final class StepReader {
    /// The fields of a step.
    static final List<String> KEYS = List.of(
            "experiment",
            "change",
            "show",
            "lock",
            "text",
            "do",
            "number",
            "choice",
            "predict",
            "formula",
            "within",
            "option",
            "names",
            "domain",
            "hint",
            "because",
            "solution",
            "wrong");

    /// The fields that may be said more than once.
    static final Set<String> REPEATED =
            Set.of("change", "text", "option", "domain", "hint", "because", "solution", "wrong");

    private final StepFacts facts;
    private final Setup setup;
    private final Vocabulary vocabulary;

    StepReader(StepFacts facts, Setup setup, Engine engine) {
        this.facts = facts;
        this.setup = setup;
        vocabulary = Vocabulary.of(setup.experiment(), engine);
    }

    LessonStep read() throws CardException {
        List<Pane> panes = new ArrayList<>();
        List<Control> controls = new ArrayList<>();
        List<Control> locked = new ArrayList<>();
        words("show", panes, controls);
        words("lock", List.of(), locked);
        Optional<Task> task = new TaskReader(facts, setup, vocabulary).read();
        List<Prose> hints = new ArrayList<>();
        for (Fact hint : facts.all("hint")) {
            hints.add(Prose.parse(hint, vocabulary));
        }
        return new LessonStep(
                facts.name(),
                facts.line().number(),
                setup,
                panes,
                controls,
                Set.copyOf(locked),
                Prose.parse(facts.all("text"), vocabulary),
                task,
                hints,
                Prose.parse(facts.all("because"), vocabulary),
                scripts("solution", task),
                scripts("wrong", task));
    }

    /// @param panes where panes go; a list that takes none where there may be none
    private void words(String key, List<Pane> panes, List<Control> controls) throws CardException {
        Optional<Fact> fact = facts.find(key);
        if (fact.isEmpty()) {
            return;
        }
        boolean takesPanes = key.equals("show");
        CardLine line = fact.get().line();
        int at = fact.get().begin();
        for (String part : fact.get().value().split(",", -1)) {
            String word = part.strip();
            Optional<Pane> pane = takesPanes ? Pane.of(word) : Optional.empty();
            Optional<Control> control = Control.of(word);
            boolean twice = pane.map(panes::contains).orElse(false)
                    || control.map(controls::contains).orElse(false);
            if (twice) {
                throw line.mistake(word + " is named twice", "take one out", at, at + part.length());
            }
            if (pane.isPresent()) {
                panes.add(pane.get());
            } else if (control.isPresent()) {
                controls.add(control.get());
            } else {
                throw line.mistake(
                        Quote.of(word) + " cannot be " + (takesPanes ? "shown" : "locked"),
                        "use "
                                + (takesPanes
                                        ? join(Arrays.stream(Pane.values())
                                                        .map(Pane::word)
                                                        .toList()) + ", "
                                        : "")
                                + join(Arrays.stream(Control.values())
                                        .map(Control::word)
                                        .toList()),
                        at,
                        at + part.length());
            }
            at += part.length() + 1;
        }
    }

    private static String join(List<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }

    private List<Script> scripts(String key, Optional<Task> task) throws CardException {
        List<Script> scripts = new ArrayList<>();
        for (Fact fact : facts.all(key)) {
            if (task.isEmpty()) {
                throw fact.line()
                        .mistake(
                                "the step has no task",
                                "add one such as do:, or take " + key + " out",
                                0,
                                key.length());
            }
            Script script = Script.parse(fact.line(), fact.begin());
            boolean answers = script.said().isPresent();
            boolean wanted = !(task.get() instanceof Task.Do);
            if (answers != wanted) {
                String name = TaskReader.answer(task.get());
                throw fact.mistake(
                        wanted ? "this answers nothing" : "nothing is asked here but to do something",
                        wanted ? "write " + name + " = …" : "write settings such as rate = 0.3");
            }
            scripts.add(script);
        }
        return scripts;
    }
}
