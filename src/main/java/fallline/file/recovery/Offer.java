package fallline.file.recovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.codec.ExperimentCodec;
import fallline.file.codec.TableRules;
import fallline.file.json.JsonText;
import fallline.io.FileException;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A state that a process left behind which is no more. While it is held, no other process is offered it.
public final class Offer {
    private final Path folder;
    private final String id;
    private final ProcessLock lock;
    private final RecoveryText text;

    Offer(Path folder, String id, ProcessLock lock, RecoveryText text) {
        this.folder = folder;
        this.id = id;
        this.lock = lock;
        this.text = text;
    }

    /// What the user called it.
    public String name() {
        return text.name();
    }

    /// When it was kept.
    public Instant time() {
        return text.time();
    }

    /// The state.
    ///
    /// @throws FileException with one sentence, if it cannot be used
    public Recovered read(OptimizerCatalogue catalogue) {
        ObjectNode tree = text.experiment().deepCopy();
        text.table().ifPresent(hash -> {
            ObjectNode data = (ObjectNode) tree.at("/problem/data");
            data.set("columns", JsonText.parse("The table", table(hash)));
            if (data.has("csv")) {
                data.put("embedded", true);
            }
        });
        ExperimentCodec codec = new ExperimentCodec(catalogue, TableRules.ofRecovery(folder, text.carried()));
        return new Recovered(codec.read(tree), text.file());
    }

    private byte[] table(String hash) {
        try {
            return Files.readAllBytes(RecoveryFolder.table(folder, id, hash));
        } catch (IOException e) {
            throw new FileException("The table of " + name() + " cannot be read from " + folder + ": try again.", e);
        }
    }

    /// The user does not want it, or has it: it is removed.
    public void discard() {
        RecoveryFolder.remove(folder, id);
        try {
            lock.remove();
        } catch (IOException _) {
            // an empty file without a state, which is swept away later
        }
    }

    /// The user has not decided: it is offered again.
    public void release() {
        try {
            lock.close();
        } catch (IOException _) {
            // it ends with the process
        }
    }
}
