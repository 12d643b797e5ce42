package fallline.app.convergence;

import fallline.analysis.stability.DirectionShares;
import fallline.analysis.stability.SharpnessCurve;
import fallline.analysis.stability.SharpnessReader;
import fallline.app.work.Answered;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.experiment.run.Trace;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.picture.RunPaths;
import fallline.picture.convergence.Worked;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Works out in the background what some measures need beside the traces, from coarse to fine, and keeps it as long as
/// the traces are there. It belongs to one thread.
final class WorkedModel {
    /// So long one round of refining takes, so that a new question is soon answered.
    private static final long ROUND = 120_000_000;

    /// Curves that are not whole yet, in the order in which they are worked out.
    private record Round(List<RunRecord.Path> paths, Map<Trace, SharpnessCurve> known) {}

    private final Asking<Round, Map<Trace, SharpnessCurve>> refining;
    private final Asking<RunRecord.Path, DirectionShares.Answer> splitting;
    private final Runnable changed;
    private final Map<Trace, SharpnessCurve> curves = new HashMap<>();
    private Optional<Trace> split = Optional.empty();
    private Optional<DirectionShares.Answer> shares = Optional.empty();
    private List<RunRecord.Path> wanted = List.of();

    /// Whether the user wants no more of what is wanted now.
    private boolean stopped;

    /// @param changed called when more is known
    WorkedModel(Questions questions, Runnable changed) {
        this.changed = changed;
        refining = questions.on(Lane.ANALYSIS, "Working out the sharpness", WorkedModel::refined, new Refined());
        splitting = questions.on(
                Lane.ANALYSIS,
                "Working out what is left",
                (path, cancelled) -> DirectionShares.of(path.task(), path.trace(), cancelled),
                this::onSplit);
    }

    /// What is known by now.
    Worked worked() {
        return new Worked(curves, shares);
    }

    /// Works out what this scene needs; what is known of traces that are gone is forgotten.
    void follow(Scene scene) {
        Measure measure = scene.view().convergence().measure();
        List<RunRecord.Path> paths = measure == Measure.SHARPNESS ? paths(scene) : List.of();
        curves.keySet().removeIf(trace -> scene.records().values().stream()
                .noneMatch(record -> record.trace().orElse(null) == trace));
        if (!isSame(paths, wanted)) {
            wanted = paths;
            stopped = false;
            refining.withdraw();
        }
        refine();
        split(measure == Measure.LEFT_BY_DIRECTION ? whole(scene, scene.chosen().name()) : Optional.empty());
    }

    /// Whether the same traces are wanted in the same order.
    private static boolean isSame(List<RunRecord.Path> one, List<RunRecord.Path> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i).trace() == other.get(i).trace();
        }
        return same;
    }

    /// The whole paths that are drawn, the chosen run's first.
    private static List<RunRecord.Path> paths(Scene scene) {
        List<RunRecord.Path> paths = new ArrayList<>();
        RunPaths.drawn(scene).forEach(run -> whole(scene, run.name())
                .ifPresent(path -> paths.add(run.equals(scene.chosen()) ? 0 : paths.size(), path)));
        return paths;
    }

    private static Optional<RunRecord.Path> whole(Scene scene, String run) {
        return scene.record(run)
                .filter(record -> record.settled() || record.judging())
                .flatMap(RunRecord::path)
                .filter(path -> path.trace().lastFiniteStep() >= 0);
    }

    private void refine() {
        List<RunRecord.Path> open = wanted.stream()
                .filter(path -> {
                    SharpnessCurve curve = curves.get(path.trace());
                    return curve == null || !curve.isWhole();
                })
                .toList();
        if (!stopped && !refining.waits() && !open.isEmpty()) {
            refining.ask(new Round(open, new HashMap<>(curves)));
        }
    }

    /// All curves begin coarse; then each becomes whole, one after the other.
    private static Map<Trace, SharpnessCurve> refined(Round round, BooleanSupplier cancelled) {
        Map<Trace, SharpnessCurve> news = new HashMap<>();
        long end = System.nanoTime() + ROUND;
        for (RunRecord.Path path : round.paths) {
            SharpnessReader reader = new SharpnessReader(path.task(), path.trace());
            SharpnessCurve before = round.known.get(path.trace());
            long room = Math.max(0, end - System.nanoTime());
            news.put(path.trace(), reader.more(before == null ? reader.begin() : before, room, cancelled));
        }
        return news;
    }

    private void split(Optional<RunRecord.Path> path) {
        Optional<Trace> trace = path.map(RunRecord.Path::trace);
        if (trace.isEmpty()) {
            splitting.withdraw();
        } else if (split.filter(trace.get()::equals).isEmpty()) {
            split = trace;
            splitting.ask(path.get());
        }
    }

    private void onSplit(RunRecord.Path path, DirectionShares.Answer answer) {
        shares = Optional.of(answer);
        changed.run();
    }

    private final class Refined implements Answered<Round, Map<Trace, SharpnessCurve>> {
        @Override
        public void answered(Round round, Map<Trace, SharpnessCurve> news) {
            curves.putAll(news);
            refine();
            changed.run();
        }

        @Override
        public void unanswered(Round round) {
            stopped = true;
        }
    }
}
