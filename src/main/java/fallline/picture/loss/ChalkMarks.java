package fallline.picture.loss;

import fallline.analysis.stage.StepStages;
import fallline.analysis.stage.StepStages.Beat;
import fallline.analysis.stage.StepStages.Way;
import fallline.experiment.run.Replay;
import fallline.experiment.run.Trace;
import fallline.experiment.view.Chalk;
import fallline.experiment.view.Chalk.Guess;
import fallline.experiment.view.Chalk.Place;
import fallline.figure.label.Sketch;
import fallline.figure.label.Sketch.Mark;
import fallline.figure.path.Arrow;
import fallline.picture.RunMoments;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes marks of what is drawn over the loss for a class, and keeps the stages of the step that was worked out last.
/// One thread uses it at a time.
final class ChalkMarks {
    private final RunMoments moments;
    private Optional<Kept> kept = Optional.empty();

    ChalkMarks(RunMoments moments) {
        this.moments = moments;
    }

    /// @param from where the step begins
    private record Kept(Trace trace, int step, double[] from, StepStages stages) {}

    /// How the loss view sees points and directions of the space of parameters.
    ///
    /// @param point its place in the data, x and y
    /// @param along a direction at a place, as it is seen there
    /// @param place where a place that was pointed at is drawn
    record Eye(
            Function<double[], double[]> point, Function<double[], double[]> along, Function<Place, double[]> place) {}

    /// The stages up to the one that is shown, which stands out, and the guess.
    Sketch of(Scene scene, Eye eye) {
        Chalk chalk = scene.view().chalk();
        if (chalk.equals(Chalk.NONE)) {
            return Sketch.NONE;
        }
        List<Mark> marks = new ArrayList<>();
        chalk.stage().ifPresent(stage -> stages(scene).ifPresent(known -> addStages(marks, known, stage, eye)));
        chalk.guess().ifPresent(guess -> addGuess(marks, guess, eye));
        return new Sketch(marks);
    }

    /// Of the step that begins where the chosen run is.
    private Optional<Kept> stages(Scene scene) {
        String name = scene.chosen().name();
        Optional<RunRecord> record = scene.record(name);
        Trace trace =
                scene.chosenPath().filter(known -> known.lastFiniteStep() >= 0).orElse(null);
        if (trace == null || record.isEmpty()) {
            return Optional.empty();
        }
        int step = scene.shownStep(trace);
        if (kept.filter(known -> known.trace == trace && known.step == step).isEmpty()) {
            Replay replay = moments.at(name, record.get(), step);
            kept = Optional.of(new Kept(trace, step, replay.ruleTheta(), StepStages.of(replay)));
        }
        return kept;
    }

    private static void addStages(List<Mark> marks, Kept known, int shown, Eye eye) {
        StepStages stages = known.stages();
        double[] from = eye.point.apply(known.from());
        for (int i = 0; i <= Math.min(shown, stages.all().size() - 1); i++) {
            Beat beat = stages.all().get(i);
            boolean strong = i == shown;
            beat.way()
                    .ifPresent(way -> marks.add(
                            switch (way) {
                                case Way.Along(double[] direction) -> {
                                    double[] seen = eye.along.apply(direction);
                                    yield new Mark.Along(
                                            new Arrow(from[0], from[1], seen[0], seen[1], beat.caption()), strong);
                                }
                                case Way.Move(double[] start, double[] end) -> {
                                    double[] tail = eye.point.apply(start);
                                    double[] head = eye.point.apply(end);
                                    yield new Mark.Move(tail[0], tail[1], head[0], head[1], beat.caption(), strong);
                                }
                            }));
        }
    }

    private static void addGuess(List<Mark> marks, Guess guess, Eye eye) {
        double[] guessed = eye.place.apply(guess.guessed());
        guess.truth().ifPresent(truth -> {
            double[] there = eye.place.apply(truth);
            marks.add(new Mark.Gap(guessed[0], guessed[1], there[0], there[1]));
            marks.add(new Mark.Truth(there[0], there[1], "there"));
        });
        marks.add(new Mark.Guess(guessed[0], guessed[1], "guess"));
    }
}
