package fallline.export;

import fallline.analysis.map.Destination;
import fallline.analysis.map.MapAxis;
import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.analysis.map.RunEnd;
import fallline.experiment.ensemble.EnsembleRunner;
import fallline.experiment.view.SweepLook.Measure;
import fallline.io.SafeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Writes a map of runs as CSV, one line a cell, from the lowest row up and in it from left to right: what is swept,
/// what the map shows, the verdict or the minimum, steps, evaluations, J at the end. Nothing stands where there is no
/// number.
public final class MapCsv {
    private static final char COMMA = ',';

    private MapCsv() {}

    /// Computes all runs, of a sweep with their verdicts, and writes them.
    ///
    /// @return how many lines were written below the first
    /// @throws ExportException with a sentence, if nobody wants it any more
    /// @throws fallline.io.FileException with a sentence, if the file cannot be written
    public static int write(MapTask task, Path file, BooleanSupplier cancelled) {
        String text = text(task, cancelled);
        if (text.isEmpty()) {
            throw new ExportException("The table was cancelled, and nothing was written.");
        }
        SafeFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
        return task.columns() * task.rows();
    }

    /// The whole text; empty if it was cancelled.
    static String text(MapTask task, BooleanSupplier cancelled) {
        boolean sweep = task instanceof MapTask.Sweep;
        MapWork work = new MapWork(task, new EnsembleRunner(), sweep);
        StringBuilder text = new StringBuilder();
        if (!work.finish(cancelled)) {
            return "";
        }
        List<Destination> destinations = work.destinations();
        text.append(TraceCsv.quoted(name(task.x()), COMMA));
        task.y().ifPresent(axis -> text.append(COMMA).append(TraceCsv.quoted(name(axis), COMMA)));
        text.append(sweep ? ",value,verdict" : ",value,minimum").append(",steps,evaluations,last_step,loss\n");
        for (int cell = 0; cell < task.columns() * task.rows(); cell++) {
            RunEnd end = work.end(cell);
            text.append(task.x().value(cell % task.columns())).append(COMMA);
            int row = Math.floorDiv(cell, task.columns());
            task.y().ifPresent(axis -> text.append(axis.value(row)).append(COMMA));
            text.append(value(task, end)).append(COMMA);
            if (!sweep) {
                text.append(TraceCsv.quoted(minimum(destinations, end), COMMA));
            } else {
                text.append(end.verdict());
            }
            text.append(COMMA)
                    .append(end.reached() < 0 ? "" : String.valueOf(end.reached()))
                    .append(COMMA)
                    .append(end.reached() < 0 ? "" : String.valueOf(end.evaluations()))
                    .append(COMMA)
                    .append(end.last())
                    .append(COMMA)
                    .append(end.loss())
                    .append('\n');
        }
        return text.toString();
    }

    private static String name(MapAxis axis) {
        return axis.setting() instanceof MapAxis.Setting.Hyper(String name) ? name : axis.label();
    }

    private static String value(MapTask task, RunEnd end) {
        if (task instanceof MapTask.Sweep sweep) {
            if (sweep.measure() == Measure.LOSS) {
                return String.valueOf(end.loss());
            }
            if (sweep.measure() == Measure.VERDICT) {
                return end.verdict();
            }
            if (sweep.measure() == Measure.EVALUATIONS) {
                return end.reached() < 0 ? "" : String.valueOf(end.evaluations());
            }
        }
        return end.reached() < 0 ? "" : String.valueOf(end.reached());
    }

    private static String minimum(List<Destination> destinations, RunEnd end) {
        if (end.minimum() < 0) {
            return end.kind().isBroken() ? end.kind().words() : end.moving() ? "still moving" : "";
        }
        String place = destinations.get(end.minimum()).place();
        return place.isEmpty() ? String.valueOf(end.minimum() + 1) : place;
    }
}
