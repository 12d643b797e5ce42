package fallline.app.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The questions that only the desktop can put to the user. Tests answer them without a desktop.
public interface Dialogs {
    /// A kind of file.
    ///
    /// @param name for the user: `Experiment`
    /// @param extensions without the dot, the first is the one that is added to a bare name
    record FileKind(String name, List<String> extensions) {
        public FileKind {
            extensions = List.copyOf(extensions);
        }

        /// The file with the usual extension of the first kind, unless it has one of any of the kinds already.
        public static Path ended(Path file, List<FileKind> kinds) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            boolean known = kinds.stream()
                    .flatMap(kind -> kind.extensions().stream())
                    .anyMatch(extension -> name.endsWith("." + extension));
            return known || kinds.isEmpty()
                    ? file
                    : file.resolveSibling(file.getFileName() + "."
                            + kinds.getFirst().extensions().getFirst());
        }
    }

    /// The file that the user picks for reading; empty when the user thinks better of it.
    Optional<Path> openFile(String title, List<FileKind> kinds);

    /// The file that the user picks for writing, with an extension of one of the kinds.
    Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds);

    /// Whether the user agrees.
    ///
    /// @param question one sentence
    /// @param yes the words on the button that agrees: `Replace`
    boolean confirm(String question, String yes);

    /// What is to become of changes.
    enum Decision {
        SAVE,
        DISCARD,
        CANCEL
    }

    /// What the user wants with changes that are not in their file.
    ///
    /// @param question one sentence
    Decision askToSave(String question);

    /// The folder that the user picks; empty when the user thinks better of it.
    default Optional<Path> openFolder(String title) {
        return Optional.empty();
    }

    /// Begins in this folder from now on, until a file is picked elsewhere.
    default void begin(Path folder) {}

    /// The folder in which a file was picked last.
    default Optional<Path> lastFolder() {
        return Optional.empty();
    }

    /// Whether there is a browser.
    default boolean canBrowse() {
        return true;
    }

    /// Opens a web address, or that of a file, in the user's browser.
    void browse(String address);
}
