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
import fallline.picture.convergence.Worked.Along;
import fallline.picture.convergence.Worked.Split;
import fallline.problem.Problem;
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
    private record Round(List<Path> paths, Map<String, Along> known) {}

    /// The path of the run of this name.
    private record Path(String run, RunRecord.Path path) {
        Trace trace() {
            return path.trace();
        }
    }

    private final Asking<Round, Map<String, Along>> refining;
    private final Asking<Path, DirectionShares.Answer> splitting;
    private final Runnable changed;
    private final Map<String, Along> curves = new HashMap<>();
    private Optional<Trace> split = Optional.empty();
    private Optional<Split> shares = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private List<Path> wanted = List.of();

    /// Whether the user wants no more of what is wanted now.
    private boolean stopped;

    /// @param changed called when more is known
    WorkedModel(Questions questions, Runnable changed) {
        this.changed = changed;
        refining = questions.on(Lane.ANALYSIS, "Working out the sharpness", WorkedModel::refined, new Refined());
        splitting = questions.on(
                Lane.ANALYSIS,
                "Working out what is left",
                (Path path, BooleanSupplier cancelled) -> DirectionShares.of(path.path.task(), path.trace(), cancelled),
                new Shared());
    }

    /// What is known by now.
    Worked worked() {
        return new Worked(curves, shares, Map.of());
    }

    /// Works out what this scene needs; what is known of other problems and of runs that are gone is forgotten.
    void follow(Scene scene) {
        Problem now = scene.experiment().problem();
        if (problem.filter(before -> before == now).isEmpty()) {
            problem = Optional.of(now);
            curves.clear();
            shares = Optional.empty();
        }
        curves.keySet().removeIf(run -> scene.experiment().indexOf(run) < 0);
        Measure measure = scene.view().convergence().measure();
        List<Path> paths = measure == Measure.SHARPNESS ? paths(scene) : List.of();
        if (!isSame(paths, wanted)) {
            wanted = paths;
            stopped = false;
            refining.withdraw();
        }
        refine();
        split(measure == Measure.LEFT_BY_DIRECTION ? whole(scene, scene.chosen().name()) : Optional.empty());
    }

    /// Whether the same traces are wanted in the same order.
    private static boolean isSame(List<Path> one, List<Path> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i).trace() == other.get(i).trace();
        }
        return same;
    }

    /// The whole paths that are drawn, the chosen run's first.
    private static List<Path> paths(Scene scene) {
        List<Path> paths = new ArrayList<>();
        RunPaths.drawn(scene).forEach(run -> whole(scene, run.name())
                .ifPresent(path -> paths.add(run.equals(scene.chosen()) ? 0 : paths.size(), path)));
        return paths;
    }

    private static Optional<Path> whole(Scene scene, String run) {
        return scene.record(run)
                .filter(record -> record.settled() || record.judging())
                .flatMap(RunRecord::path)
                .filter(path -> path.trace().lastFiniteStep() >= 0)
                .map(path -> new Path(run, path));
    }

    private void refine() {
        List<Path> open = wanted.stream()
                .filter(path -> {
                    Along along = curves.get(path.run);
                    return along == null
                            || along.trace() != path.trace()
                            || !along.curve().isWhole();
                })
                .toList();
        if (!stopped && !refining.waits() && !open.isEmpty()) {
            refining.ask(new Round(open, new HashMap<>(curves)));
        }
    }

    /// All curves begin coarse; then each becomes whole, one after the other.
    private static Map<String, Along> refined(Round round, BooleanSupplier cancelled) {
        Map<String, Along> news = new HashMap<>();
        long end = System.nanoTime() + ROUND;
        for (Path path : round.paths) {
            SharpnessReader reader = new SharpnessReader(path.path.task(), path.trace());
            Along before = round.known.get(path.run);
            SharpnessCurve known = before == null || before.trace() != path.trace() ? reader.begin() : before.curve();
            long room = Math.max(0, end - System.nanoTime());
            news.put(path.run, new Along(path.trace(), reader.more(known, room, cancelled)));
        }
        return news;
    }

    private void split(Optional<Path> path) {
        Optional<Trace> trace = path.map(Path::trace);
        if (trace.isEmpty()) {
            splitting.withdraw();
            split = Optional.empty();
        } else if (split.filter(trace.get()::equals).isEmpty()) {
            split = trace;
            splitting.ask(path.get());
        }
    }

    private void onShares(Path path, DirectionShares.Answer answer) {
        shares = Optional.of(new Split(path.run, path.trace(), answer));
        changed.run();
    }

    private final class Shared implements Answered<Path, DirectionShares.Answer> {
        @Override
        public void answered(Path path, DirectionShares.Answer answer) {
            onShares(path, answer);
        }

        @Override
        public void unanswered(Path path) {
            onShares(path, new DirectionShares.Answer.None("What is left was not worked out."));
        }
    }

    private final class Refined implements Answered<Round, Map<String, Along>> {
        @Override
        public void answered(Round round, Map<String, Along> news) {
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
