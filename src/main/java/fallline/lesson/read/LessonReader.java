package fallline.lesson.read;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.card.CardText;
import fallline.card.Fact;
import fallline.io.FileException;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Setup;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.text.Quote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads lessons. docs/lessons.md describes the format.
///
/// A lesson may come from a stranger: it names formulas, experiments, and files that lie beside it; nothing of it is
/// ever run but by the engine. Its text has at most 200 000 characters and 60 steps; an experiment takes at most
/// 100 000 steps of at most 12 runs; files beside it are bounded too, and links are not followed. Callable from any
/// thread; not for the FX thread.
public final class LessonReader {
    /// What the names of lessons end in, without the dot.
    public static final String ENDING = "lesson";

    private static final CardText.Limits LIMITS = new CardText.Limits("a lesson", 200_000, 5_000);
    private static final int MOST_BYTES = 800_000;
    private static final int MOST_STEPS = 60;
    private static final int LONGEST_NAME = 120;
    private static final String STEP = "step";
    private static final List<String> HEAD = List.of("title", "audience", "minutes", "goals");

    private final Engine engine;
    private final SetupReader setups;

    /// @param catalogue where the optimizers that experiments name are found
    public LessonReader(OptimizerCatalogue catalogue) {
        engine = new Engine(catalogue);
        setups = new SetupReader(catalogue, engine);
    }

    /// The lesson in a file.
    ///
    /// @throws FileException with a sentence, if the file cannot be read
    /// @throws CardException at the first mistake
    public Lesson read(Path file) throws CardException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        Path folder = file.toAbsolutePath().getParent();
        String text = LessonFile.text(file, true, MOST_BYTES);
        return read(dot > 0 ? name.substring(0, dot) : name, text, Optional.ofNullable(folder));
    }

    /// The lesson that a text is.
    ///
    /// @param id what it is called in answers
    /// @param folder where files lie that it names; empty if it may name none
    /// @throws CardException at the first mistake
    public Lesson read(String id, String text, Optional<Path> folder) throws CardException {
        List<CardLine> lines = CardText.lines(text, CardText.Indent.CONTINUES, LIMITS);
        StepFacts head = new StepFacts(CardLine.of(""), "the lesson");
        List<StepFacts> steps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (CardLine line : lines) {
            Fact fact = fact(line, steps.isEmpty());
            if (fact.key().equals(STEP)) {
                checkName(fact, names);
                steps.add(new StepFacts(line, fact.value()));
            } else if (steps.isEmpty()) {
                head.add(fact, HEAD, Set.of("goals"));
            } else {
                steps.getLast().add(fact, StepReader.KEYS, StepReader.REPEATED);
            }
        }
        CardLine end = lines.isEmpty() ? CardLine.of("") : lines.getLast();
        if (head.find("title").isEmpty()) {
            throw (lines.isEmpty() ? end : lines.getFirst())
                    .mistake("the lesson has no title", "begin with a line such as title: The learning rate", 0, 1);
        }
        if (steps.isEmpty()) {
            throw end.mistake("the lesson has no steps", "add a line such as step: Too far", 0, 1);
        }
        if (steps.size() > MOST_STEPS) {
            throw steps.get(MOST_STEPS)
                    .line()
                    .mistake("a lesson has at most " + MOST_STEPS + " steps", "make two lessons of it");
        }
        return new Lesson(
                id,
                filled(head.find("title").orElseThrow()).value(),
                head.value("audience"),
                minutes(head),
                head.all("goals").stream().map(Fact::value).toList(),
                steps(steps, folder));
    }

    private List<LessonStep> steps(List<StepFacts> facts, Optional<Path> folder) throws CardException {
        List<LessonStep> steps = new ArrayList<>();
        Optional<Setup> before = Optional.empty();
        for (StepFacts step : facts) {
            Setup setup = setups.read(step, before, folder);
            steps.add(new StepReader(step, setup, engine).read());
            before = Optional.of(setup);
        }
        return steps;
    }

    private static Fact fact(CardLine line, boolean head) throws CardException {
        Optional<Fact> fact = line.fact();
        if (fact.isEmpty()) {
            throw line.mistake(
                    "this line has no field",
                    "begin it with a field such as text:, or with a blank if it continues the line above");
        }
        List<String> known = head ? HEAD : StepReader.KEYS;
        String key = fact.get().key();
        if (!known.contains(key) && !key.equals(STEP)) {
            boolean early = head && StepReader.KEYS.contains(key);
            throw line.mistake(
                    "unknown field " + Quote.of(key),
                    early
                            ? "begin a step before it, with a line such as step: Too far"
                            : "use " + STEP + ", " + String.join(", ", known),
                    0,
                    key.length());
        }
        return filled(fact.get());
    }

    private static Fact filled(Fact fact) throws CardException {
        if (fact.value().isBlank()) {
            throw fact.line()
                    .mistake(Quote.shortened(fact.key()) + " says nothing", "write something behind the colon");
        }
        return fact;
    }

    private static void checkName(Fact fact, Set<String> names) throws CardException {
        if (fact.value().length() > LONGEST_NAME) {
            throw fact.mistake("the name of the step is long", "use at most " + LONGEST_NAME + " characters");
        }
        if (!names.add(fact.value())) {
            throw fact.mistake("another step has this name", "give each step its own: answers are kept by it");
        }
    }

    private static OptionalInt minutes(StepFacts head) throws CardException {
        Optional<Fact> fact = head.find("minutes");
        if (fact.isEmpty()) {
            return OptionalInt.empty();
        }
        String text = fact.get().value();
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw fact.get().mistake("minutes is no whole number", "write one such as 8");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
