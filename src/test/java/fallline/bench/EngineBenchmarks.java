package fallline.bench;

import fallline.experiment.Experiment;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import java.util.concurrent.atomic.AtomicInteger;

/// Steps through the engine with its trace, and jumps in a long run.
final class EngineBenchmarks {
    private static final int STEPS = 100_000;
    private static final int LONG = 1_000_000;

    private EngineBenchmarks() {}

    static void run(Report report) {
        step(report, "a gd step on w², through the engine with its trace", Cases.square(STEPS), "<= 60 ns");
        step(
                report,
                "a gd step on Rosenbrock, through the engine with its trace",
                Cases.rosenbrock(STEPS, 1),
                "<= 60 ns");
        jump(report);
    }

    private static void step(Report report, String what, Experiment experiment, String budget) {
        RunTask task = Cases.RESOLVER.resolve(experiment, experiment.runs().getFirst());
        double nanos = Report.best(STEPS, () -> TraceRecorder.record(task, () -> false, _ -> {}));
        report.line(what, nanos, "ns", budget);
    }

    private static void jump(Report report) {
        Experiment experiment = Cases.rosenbrock(LONG, 1);
        RunTask task = Cases.RESOLVER.resolve(experiment, experiment.runs().getFirst());
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        Replay replay = new Replay(task, trace);
        AtomicInteger step = new AtomicInteger(17);
        double nanos = Report.median(1, () -> replay.moveTo(step.updateAndGet(k -> (k * 31 + 7) % LONG)));
        report.line("a jump to any step of a run of 1,000,000", nanos / 1e6, "ms", "<= 16.6 ms");
    }
}
