package fallline.app.step;

import fallline.analysis.question.StepReader;
import fallline.analysis.question.StepRow;
import fallline.app.work.Answered;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The rows of a run, read in blocks on another thread when they are looked at; the blocks used least are forgotten.
/// It belongs to one thread.
final class StepRows {
    private static final int BLOCK = 64;
    private static final int MOST_BLOCKS = 256;

    private record Wanted(StepReader reader, Set<Integer> blocks) {}

    private final Asking<Wanted, Map<Integer, List<StepRow>>> asking;
    private final Runnable changed;
    private final Map<Integer, List<StepRow>> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> asked = new TreeSet<>();
    private @Nullable StepReader reader;

    /// @param changed called when more rows are known
    StepRows(Questions questions, Runnable changed) {
        this.changed = changed;
        asking = questions.on(Lane.ANALYSIS, "Reading the steps", StepRows::read, new Blocks());
    }

    /// Reads from this run from now on.
    void follow(RunTask task, Trace trace) {
        if (reader == null || reader.task() != task || reader.trace() != trace) {
            asking.withdraw();
            reader = new StepReader(task, trace);
            blocks.clear();
            asked.clear();
        }
    }

    /// The numbers at `step`, if they are read already; else they soon will be.
    Optional<StepRow> row(int step) {
        int block = step / BLOCK;
        List<StepRow> rows = blocks.get(block);
        if (rows != null) {
            int place = step % BLOCK;
            return place < rows.size() ? Optional.of(rows.get(place)) : Optional.empty();
        }
        if (reader != null && asked.add(block)) {
            ask();
        }
        return Optional.empty();
    }

    /// What was wanted meanwhile is asked for when the blocks before are read.
    private void ask() {
        if (reader != null && !asking.waits() && !asked.isEmpty()) {
            asking.ask(new Wanted(reader, Set.copyOf(asked)));
        }
    }

    private static Map<Integer, List<StepRow>> read(Wanted wanted, BooleanSupplier cancelled) {
        Map<Integer, List<StepRow>> read = new HashMap<>();
        for (int block : wanted.blocks) {
            int end = Math.min(wanted.reader.trace().length(), (block + 1) * BLOCK);
            List<StepRow> rows = new ArrayList<>(BLOCK);
            for (int step = block * BLOCK; step < end && !cancelled.getAsBoolean(); step++) {
                rows.add(wanted.reader.row(step));
            }
            read.put(block, rows);
        }
        return read;
    }

    private final class Blocks implements Answered<Wanted, Map<Integer, List<StepRow>>> {
        @Override
        public void answered(Wanted wanted, Map<Integer, List<StepRow>> read) {
            read.forEach((block, rows) -> {
                asked.remove(block);
                blocks.put(block, rows);
            });
            while (blocks.size() > MOST_BLOCKS) {
                blocks.remove(blocks.keySet().iterator().next());
            }
            changed.run();
            ask();
        }

        @Override
        public void unanswered(Wanted wanted) {
            asked.clear();
        }
    }
}
