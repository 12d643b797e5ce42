package fallline.file.recovery;

import fallline.io.FileException;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The recoveries of all windows of a user. Callable from any thread.
///
/// It touches nothing of a living process, keeps at most [#MOST] of those that are left, and sets aside as `.damaged`
/// what cannot be read.
public final class RecoveryFolder {
    /// How many states are kept of windows that are no more, and how many damaged ones.
    public static final int MOST = 10;

    private static final String STATE = ".recovery";
    private static final String LOCK = ".lock";
    private static final String TABLE = ".table";
    private static final String DAMAGED = ".damaged";

    private final Path folder;
    private final ProcessName own;

    /// @param own the process that this is; others' names are tried whether they live
    public RecoveryFolder(Path folder, ProcessName own) {
        this.folder = folder;
        this.own = own;
    }

    /// The folder.
    public Path folder() {
        return folder;
    }

    /// A new window's recovery.
    public RecoveryFile file(OptimizerCatalogue catalogue) {
        return new RecoveryFile(folder, own.window(), catalogue);
    }

    /// A new window's marks of the files that it has open.
    public OpenMarks marks() {
        return new OpenMarks(folder, own);
    }

    /// What was found.
    ///
    /// @param offer the newest state whose process is no more
    /// @param complaints one sentence for each that was set aside
    public record Found(Optional<Offer> offer, List<String> complaints) {
        public Found {
            complaints = List.copyOf(complaints);
        }
    }

    /// The newest state that a process left behind; the oldest beyond [#MOST] are removed.
    public Found find() {
        List<String> complaints = new ArrayList<>();
        Optional<Offer> newest = Optional.empty();
        int left = 0;
        for (Path state : newestFirst(STATE)) {
            String id = id(state, STATE);
            Optional<ProcessLock> lock = claim(id);
            if (lock.isEmpty()) {
                continue;
            }
            if (left >= MOST) {
                remove(folder, id);
                removeLock(lock.get());
                continue;
            }
            Optional<RecoveryText> text = read(state, id, complaints);
            if (text.isEmpty()) {
                removeLock(lock.get());
            } else if (newest.isEmpty()) {
                left++;
                newest = Optional.of(new Offer(folder, id, lock.get(), text.get()));
            } else {
                left++;
                release(lock.get());
            }
        }
        sweep();
        return new Found(newest, complaints);
    }

    /// The lock of a state that is still there and that nobody living has.
    private Optional<ProcessLock> claim(String id) {
        if (own.owns(id)) {
            return Optional.empty();
        }
        try {
            Optional<ProcessLock> lock = ProcessLock.on(lock(folder, id));
            if (lock.isPresent() && !Files.exists(state(folder, id))) {
                removeLock(lock.get()); // its owner closed it in this very moment
                return Optional.empty();
            }
            return lock;
        } catch (IOException _) {
            return Optional.empty(); // whether it lives is not known, so it is left alone
        }
    }

    private Optional<RecoveryText> read(Path state, String id, List<String> complaints) {
        try {
            RecoveryText text = RecoveryText.of(Files.readAllBytes(state));
            if (text.table().isPresent()) {
                String hash = text.table().get();
                if (!RecoveryText.hash(Files.readAllBytes(table(folder, id, hash)))
                        .equals(hash)) {
                    throw new FileException("its table is damaged");
                }
            }
            return Optional.of(text);
        } catch (IOException | FileException | IllegalArgumentException | OutOfMemoryError _) {
            setAside(state, id);
            complaints.add("What was kept of a window that ended cannot be read any more: it is set aside as "
                    + folder.resolve(state.getFileName() + DAMAGED) + ".");
            return Optional.empty();
        }
    }

    private void setAside(Path state, String id) {
        try {
            Files.move(state, state.resolveSibling(state.getFileName() + DAMAGED), StandardCopyOption.REPLACE_EXISTING);
            for (Path table : list(id + ".*" + TABLE)) {
                Files.move(
                        table,
                        table.resolveSibling(table.getFileName() + DAMAGED),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException _) {
            // it is looked at again next time
        }
    }

    /// Removes what nobody needs: halves that a crash left, locks and tables without a state, old damaged ones.
    private void sweep() {
        for (Path lock : list("*" + LOCK)) {
            String id = id(lock, LOCK);
            if (!Files.exists(state(folder, id))) {
                claim(id).ifPresent(RecoveryFolder::removeLock);
            }
        }
        for (String orphans : List.of("*" + TABLE, ".*.tmp")) {
            for (Path file : list(orphans)) {
                String name = file.getFileName().toString();
                String bare = name.startsWith(".") ? name.substring(1) : name;
                String id = bare.substring(0, Math.max(0, bare.indexOf('.')));
                boolean needed = name.endsWith(TABLE) && Files.exists(state(folder, id));
                if (!own.owns(id) && !needed && !Files.exists(lock(folder, id))) {
                    delete(file);
                }
            }
        }
        for (Path mark : list("open-*.mark")) {
            String name = mark.getFileName().toString();
            if (!own.owns(name.substring(name.indexOf('.') + 1))) {
                removeDead(mark);
            }
        }
        newestFirst(DAMAGED).stream().skip(MOST).forEach(RecoveryFolder::delete);
    }

    private static void removeDead(Path mark) {
        try {
            ProcessLock.on(mark).ifPresent(RecoveryFolder::removeLock);
        } catch (IOException _) {
            // whether its window lives is not known
        }
    }

    private List<Path> newestFirst(String ending) {
        List<Path> files = new ArrayList<>(list("*" + ending));
        files.sort(Comparator.comparing(RecoveryFolder::modified)
                .thenComparing(Path::toString)
                .reversed());
        return files;
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private List<Path> list(String glob) {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
                found.forEach(files::add);
            } catch (IOException | java.nio.file.DirectoryIteratorException _) {
                // what cannot be listed cannot be offered
            }
        }
        return files;
    }

    private static String id(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }

    static Path state(Path folder, String id) {
        return folder.resolve(id + STATE);
    }

    static Path lock(Path folder, String id) {
        return folder.resolve(id + LOCK);
    }

    static Path table(Path folder, String id, String hash) {
        return folder.resolve(id + "." + hash.substring(0, Math.min(16, hash.length())) + TABLE);
    }

    /// Removes a state, then its tables; whoever does so holds its lock.
    static void remove(Path folder, String id) {
        delete(state(folder, id));
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(folder, id + ".*" + TABLE)) {
            tables.forEach(RecoveryFolder::delete);
        } catch (IOException _) {
            // they are swept away later
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // it is tried again next time
        }
    }

    private static void removeLock(ProcessLock lock) {
        try {
            lock.remove();
        } catch (IOException _) {
            // it is tried again next time
        }
    }

    private static void release(ProcessLock lock) {
        try {
            lock.close();
        } catch (IOException _) {
            // it ends with the process
        }
    }
}
