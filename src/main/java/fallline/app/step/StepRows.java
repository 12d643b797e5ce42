package fallline.app.step;

import fallline.analysis.question.StepReader;
import fallline.analysis.question.StepRow;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.workbench.Mailbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The rows of a run, read in blocks on another thread when they are looked at; the blocks used least are forgotten.
/// It belongs to one thread.
final class StepRows {
    private static final int BLOCK = 64;
    private static final int MOST_BLOCKS = 256;

    private record Wanted(StepReader reader, Set<Integer> blocks) {}

    private record Read(StepReader reader, Map<Integer, List<StepRow>> blocks) {}

    private final Mailbox<Wanted> wanted;
    private final Mailbox<Read> read;
    private final Runnable changed;
    private final Map<Integer, List<StepRow>> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> asked = new TreeSet<>();
    private @Nullable StepReader reader;

    /// @param background reads
    /// @param own the thread that this belongs to
    /// @param changed called there when more rows are known
    StepRows(Executor background, Executor own, Runnable changed) {
        this.changed = changed;
        wanted = new Mailbox<>(background, StepRows::join, this::onWanted);
        read = new Mailbox<>(own, StepRows::join, this::onRead);
    }

    /// Reads from this run from now on.
    void follow(RunTask task, Trace trace) {
        if (reader == null || reader.task() != task || reader.trace() != trace) {
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
            wanted.post(new Wanted(reader, Set.of(block)));
        }
        return Optional.empty();
    }

    private static Wanted join(Wanted old, Wanted newer) {
        if (old.reader != newer.reader) {
            return newer;
        }
        Set<Integer> all = new TreeSet<>(old.blocks);
        all.addAll(newer.blocks);
        return new Wanted(newer.reader, all);
    }

    private static Read join(Read old, Read newer) {
        if (old.reader != newer.reader) {
            return newer;
        }
        Map<Integer, List<StepRow>> all = new HashMap<>(old.blocks);
        all.putAll(newer.blocks);
        return new Read(newer.reader, all);
    }

    private void onWanted(Wanted letter) {
        for (int block : letter.blocks) {
            int end = Math.min(letter.reader.trace().length(), (block + 1) * BLOCK);
            List<StepRow> rows = new ArrayList<>(BLOCK);
            for (int step = block * BLOCK; step < end; step++) {
                rows.add(letter.reader.row(step));
            }
            read.post(new Read(letter.reader, Map.of(block, rows)));
        }
    }

    private void onRead(Read letter) {
        if (letter.reader != reader) {
            return;
        }
        letter.blocks.forEach((block, rows) -> {
            asked.remove(block);
            blocks.put(block, rows);
        });
        while (blocks.size() > MOST_BLOCKS) {
            blocks.remove(blocks.keySet().iterator().next());
        }
        changed.run();
    }
}
