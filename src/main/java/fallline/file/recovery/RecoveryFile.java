package fallline.file.recovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Column;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.file.codec.ExperimentCodec;
import fallline.file.codec.TableColumns;
import fallline.file.codec.TableRules;
import fallline.file.json.JsonText;
import fallline.io.FileException;
import fallline.io.SafeFile;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.DataProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The recovery of one window. Nothing is written before the first [#keep]. Callable from any thread.
public final class RecoveryFile {
    /// Tables in files larger than this are kept by their path and hash only: 64 MB.
    private static final long MOST_COPIED = 1 << 26;

    private final Path folder;
    private final String id;
    private final OptimizerCatalogue catalogue;
    private @Nullable ProcessLock lock;
    private boolean over;

    /// The columns that are in the table's file, and their hash.
    private List<Column> kept = List.of();

    private Optional<String> keptHash = Optional.empty();

    RecoveryFile(Path folder, String id, OptimizerCatalogue catalogue) {
        this.folder = folder;
        this.id = id;
        this.catalogue = catalogue;
    }

    /// Keeps a state in place of the one before.
    ///
    /// @throws FileException with one sentence, if it cannot be written; the one before is then as it was
    public synchronized void keep(Snapshot snapshot, Instant now) {
        if (over) {
            return;
        }
        begin();
        ObjectNode tree = new ExperimentCodec(catalogue, TableRules.ofRecovery(folder, Optional.empty()))
                .write(snapshot.experiment(), Optional.of(snapshot.view()), snapshot.unknown());
        Optional<Dataset> data = DataProblem.of(snapshot.experiment().problem()).map(DataProblem::data);
        Optional<String> table = data.filter(RecoveryFile::isCopied).map(this::table);
        Optional<Boolean> carried = data.flatMap(
                one -> one.source() instanceof DataSource.CsvFile csv ? Optional.of(csv.carried()) : Optional.empty());
        byte[] text = new RecoveryText(snapshot.name(), now, snapshot.file(), table, carried, tree).bytes();
        SafeFile.write(RecoveryFolder.state(folder, id), out -> out.write(text));
        dropTables(table);
    }

    private void begin() {
        if (lock != null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            lock = ProcessLock.on(RecoveryFolder.lock(folder, id))
                    .orElseThrow(() -> new IOException("another process has its lock"));
        } catch (IOException e) {
            throw FileException.unwritten(
                    "What is on the screen cannot be kept against a crash in " + folder + " (" + e.getMessage()
                            + "): save now and then.",
                    e);
        }
    }

    private static boolean isCopied(Dataset data) {
        return switch (data.source()) {
            case DataSource.BuiltIn _ -> false;
            case DataSource.Columns _ -> true;
            case DataSource.CsvFile file ->
                file.pin().map(pin -> pin.bytes() <= MOST_COPIED).orElse(true) && TableColumns.canHold(data.columns());
        };
    }

    /// Writes the columns, unless they are there.
    private String table(Dataset data) {
        if (keptHash.isEmpty() || data.columns() != kept) {
            byte[] text = JsonText.line(TableColumns.write(data.columns()));
            String hash = RecoveryText.hash(text);
            Path file = RecoveryFolder.table(folder, id, hash);
            if (!Files.exists(file)) {
                SafeFile.write(file, out -> out.write(text));
            }
            kept = data.columns();
            keptHash = Optional.of(hash);
        }
        return keptHash.orElseThrow();
    }

    /// Removes the tables of states before.
    private void dropTables(Optional<String> present) {
        Optional<Path> needed = present.map(hash -> RecoveryFolder.table(folder, id, hash));
        if (needed.isEmpty()) {
            keptHash = Optional.empty();
            kept = List.of();
        }
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(folder, id + ".*.table")) {
            for (Path table : tables) {
                if (needed.filter(table::equals).isEmpty()) {
                    Files.deleteIfExists(table);
                }
            }
        } catch (IOException _) {
            // they go with the recovery
        }
    }

    /// The window was closed in good order: what was kept is not needed any more.
    public synchronized void remove() {
        over = true;
        if (lock != null) {
            RecoveryFolder.remove(folder, id);
            try {
                lock.remove();
            } catch (IOException _) {
                // an empty file without a state, which is swept away later
            }
            lock = null;
        }
    }

    /// The window is closed, but what was kept is offered at the next start.
    public synchronized void leave() {
        over = true;
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException _) {
                // it ends with the process
            }
            lock = null;
        }
    }
}
