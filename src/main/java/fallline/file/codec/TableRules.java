package fallline.file.codec;

import java.nio.file.Path;
import java.util.Optional;

/// How an experiment's text and its table of data belong together.
///
/// @param folder what paths in the text are relative to
/// @param pipes whether this is the command line: tables may come from a pipe, and nobody can be asked about them
/// @param paths how tables are named
/// @param withColumns whether columns are written; without them, whoever writes puts them in later
/// @param carried whether a saved experiment is to take its table along, where that does not follow from the text
public record TableRules(Path folder, boolean pipes, Paths paths, boolean withColumns, Optional<Boolean> carried) {
    /// How tables are named.
    public enum Paths {
        /// From the folder to the table; what is read may lie anywhere.
        RELATIVE,
        /// The whole path.
        ABSOLUTE,
        /// By name alone: the table lies in the folder, and nowhere else. For texts from strangers.
        NAMES,
        /// As [#NAMES], and the table is a file of at most [#MOST_BESIDE] bytes, and no link. For lessons.
        BESIDE;

        /// Whether tables are named without a folder.
        boolean byName() {
            return this == NAMES || this == BESIDE;
        }
    }

    /// The largest table beside a lesson, in bytes.
    public static final long MOST_BESIDE = 16 << 20;

    /// Those of an experiment file.
    public static TableRules ofFile(Path folder, boolean pipes) {
        return new TableRules(folder, pipes, Paths.RELATIVE, true, Optional.empty());
    }

    /// Those of a share code: its author puts in the columns that go with it, and they are all that counts.
    public static TableRules ofShareCode(Path folder) {
        return new TableRules(folder, false, Paths.NAMES, false, Optional.empty());
    }

    /// Those of a lesson: it may read what lies beside it, and nothing else.
    public static TableRules ofLesson(Path folder) {
        return new TableRules(folder, false, Paths.BESIDE, true, Optional.empty());
    }

    /// Those of a recovery, which keeps columns in a file of their own.
    public static TableRules ofRecovery(Path folder, Optional<Boolean> carried) {
        return new TableRules(folder, false, Paths.ABSOLUTE, false, carried);
    }
}
