package fallline.app.lesson;

import fallline.expr.TypedNumber;
import fallline.lesson.Fate;
import fallline.lesson.LessonStep;
import fallline.lesson.Pane;
import fallline.lesson.Task;
import fallline.number.Numbers;
import fallline.objective.Goal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The form in which each kind of task is answered.
final class TaskForms {
    private static final int MOST_COORDINATES = 2;

    /// A click is no more exact than this.
    private static final MathContext CLICKED = new MathContext(4);

    private final Function<String, LessonText> prose;
    private final Consumer<String> onRefused;

    /// @param prose shows Markdown
    /// @param onRefused is told why a number cannot be read, which is no answer yet
    TaskForms(Function<String, LessonText> prose, Consumer<String> onRefused) {
        this.prose = prose;
        this.onRefused = onRefused;
    }

    /// The form of a step's task.
    ///
    /// @param onAnswer gets the answer as the engine marks it
    AnswerForm form(LessonStep step, Task task, Told told, Consumer<String> onAnswer) {
        return switch (task) {
            case Task.Do _ -> AnswerForm.doing(question("Do it on the desk; it is noticed by itself."));
            case Task.Number _ -> AnswerForm.typed(question("Your number"), "Your number", "12.8", onAnswer);
            case Task.Formula formula ->
                AnswerForm.typed(
                        question("Your formula of " + String.join(", ", formula.names())),
                        "Your formula",
                        "2*" + formula.names().getFirst(),
                        onAnswer);
            case Task.Choice _ ->
                AnswerForm.choice(
                        question("Which is right?"),
                        told.options(),
                        prose,
                        index -> onAnswer.accept(Integer.toString(index + 1)));
            case Task.PredictPlace place -> place(step, place, onAnswer);
            case Task.PredictFate _ -> {
                List<String> words =
                        Arrays.stream(Fate.values()).map(Fate::word).toList();
                yield AnswerForm.choice(
                        question("What will the run do?"), words, prose, index -> onAnswer.accept(words.get(index)));
            }
            case Task.PredictRank rank -> rank(step, rank, onAnswer);
        };
    }

    private static Label question(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("lesson-question");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private AnswerForm place(LessonStep step, Task.PredictPlace place, Consumer<String> onAnswer) {
        List<String> names = step.setup().experiment().problem().objective().parameterNames();
        boolean loss = asksForLoss(step);
        int playhead = step.setup().view().playhead();
        String where = place.steps() == 1 ? "the next step" : "step " + (playhead + place.steps());
        return AnswerForm.places(
                question(
                        loss
                                ? "How large will J be at " + where + "?"
                                : "Where will " + where + " land?" + clickable(step)),
                loss ? List.of("J") : names,
                "a number",
                texts -> {
                    try {
                        onAnswer.accept(texts.stream()
                                .map(text -> Numbers.typed(TypedNumber.parse(text)))
                                .collect(Collectors.joining("; ")));
                    } catch (IllegalArgumentException e) {
                        onRefused.accept(String.valueOf(e.getMessage()));
                    }
                });
    }

    /// Whether there are too many parameters for a place, so that J is asked for instead.
    private static boolean asksForLoss(LessonStep step) {
        return step.setup().experiment().problem().objective().dimension() > MOST_COORDINATES;
    }

    /// Whether a step asks for a place that can be shown on the loss.
    static boolean asksForPlace(LessonStep step) {
        return step.task().filter(Task.PredictPlace.class::isInstance).isPresent() && !asksForLoss(step);
    }

    private static String clickable(LessonStep step) {
        return step.panes().isEmpty() || step.panes().contains(Pane.LOSS)
                ? " Click there on the loss, or type it."
                : "";
    }

    /// A place that was clicked on, as somebody would type it.
    static List<String> typed(double[] place) {
        return Arrays.stream(place)
                .mapToObj(number ->
                        Numbers.typed(new BigDecimal(number).round(CLICKED).doubleValue()))
                .toList();
    }

    private AnswerForm rank(LessonStep step, Task.PredictRank rank, Consumer<String> onAnswer) {
        String end = rank.steps() + (rank.steps() == 1 ? " step" : " steps");
        String best = step.setup().experiment().problem().goal() == Goal.MAXIMISE ? "highest" : "lowest";
        return AnswerForm.order(
                question("Which learning rate is " + best + " after " + end
                        + "? Press them in that order, the best first."),
                rank.rates().stream().map(Numbers::typed).toList(),
                order -> onAnswer.accept(order.stream()
                        .map(index -> Numbers.typed(rank.rates().get(index)))
                        .collect(Collectors.joining(", "))));
    }
}
