package fallline.cli;

import fallline.experiment.run.Replay;
import fallline.experiment.run.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The first steps of a run and its last, as an aligned table.
final class PrintedSteps {
    private static final int FIRST = 20;
    private static final int MOST_PARAMETERS = 6;

    private PrintedSteps() {}

    static List<String> lines(FinishedRun run, Console console) {
        Trace trace = run.trace();
        List<String> names = run.task().objective().parameterNames();
        int shown = Math.min(names.size(), MOST_PARAMETERS);
        List<String> headings = new ArrayList<>(List.of("step"));
        headings.addAll(names.subList(0, shown));
        headings.addAll(List.of("J", console.gradientNorm(), "lr"));
        var table = new TextTable(headings, Collections.nCopies(headings.size(), true));
        Replay replay = new Replay(run.task(), trace);
        int last = trace.lastStep();
        for (int step = 0; step <= Math.min(FIRST, last); step++) {
            if (trace.isRecorded(step)) {
                table.add(row(trace, replay, step, shown));
            }
        }
        if (last > FIRST) {
            if (last > FIRST + 1) {
                table.add(Collections.nCopies(headings.size(), "..."));
            }
            table.add(row(trace, replay, last, shown));
        }
        return table.lines();
    }

    private static List<String> row(Trace trace, Replay replay, int step, int shown) {
        replay.moveTo(step);
        double[] theta = replay.theta();
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(step));
        for (int i = 0; i < shown; i++) {
            row.add(trace.hasPath() ? Double.toString(theta[i]) : "");
        }
        row.add(Double.toString(trace.loss(step)));
        row.add(Double.toString(trace.gradientNorm(step)));
        row.add(step == 0 ? "" : Double.toString(trace.rate(step)));
        return row;
    }
}
