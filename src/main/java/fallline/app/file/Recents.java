package fallline.app.file;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.file.user.KeptExperiments.Kept;
import fallline.file.user.UserDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The entries of *Open recent*: first what the user had when a window closed over an experiment without a file, then
/// the files. It belongs to the FX thread; disks are looked at beside it, and the entries are those of the last look.
final class Recents {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Desk desk;
    private final UserDesk user;
    private final Consumer<Path> onFile;
    private final Consumer<Path> onKept;
    private final Asking<Integer, Seen> looking;
    private Seen seen = new Seen(List.of(), List.of());
    private int looks;

    /// A file, and whether it is there.
    private record Recent(Path file, boolean there) {}

    private record Seen(List<Recent> files, List<Kept> kept) {}

    /// @param onFile opens a file
    /// @param onKept opens what had no file
    Recents(Desk desk, UserDesk user, Consumer<Path> onFile, Consumer<Path> onKept) {
        this.desk = desk;
        this.user = user;
        this.onFile = onFile;
        this.onKept = onKept;
        looking = desk.questions()
                .on(
                        Lane.FILES,
                        "Looking for the files of last time",
                        (Integer _) -> look(),
                        (_, found) -> seen = found);
    }

    /// On any thread.
    private Seen look() {
        return new Seen(
                user.recent().read().stream()
                        .map(file -> new Recent(file, Files.exists(file)))
                        .toList(),
                user.kept().list());
    }

    /// Looks what there is, for the next time that the menu opens.
    void refresh() {
        looking.ask(looks++);
    }

    /// A file was opened or saved.
    void add(Path file) {
        change(() -> user.recent().add(file));
    }

    private void clear() {
        change(() -> {
            user.recent().clear();
            user.kept().clear();
        });
    }

    private void change(Runnable change) {
        desk.files()
                .run(
                        user.recent().file(),
                        "Keeping the list of files",
                        () -> {
                            change.run();
                            return true;
                        },
                        _ -> refresh());
    }

    /// The entries as of the last look, and looks again.
    List<Command> entries() {
        refresh();
        return entries(seen);
    }

    /// The same by name, from a look of its own; on any thread.
    List<Command> choices() {
        return entries(look()).stream()
                .map(entry -> entry.named("Open recent: " + entry.title()))
                .toList();
    }

    private List<Command> entries(Seen seen) {
        List<Command> entries = new ArrayList<>();
        for (int i = 0; i < seen.kept().size(); i++) {
            Kept kept = seen.kept().get(i);
            entries.add(Command.of(
                            "kept-" + (i + 1),
                            "What you had " + when(kept.when(), Clock.system(ZoneId.systemDefault())),
                            () -> onKept.accept(kept.file()))
                    .in(Menu.FILE, i == 0 ? 1 : 3)
                    .tipped("An experiment without a file, as it was when its window closed."));
        }
        for (int i = 0; i < seen.files().size(); i++) {
            Recent recent = seen.files().get(i);
            entries.add(Command.of("recent-" + (i + 1), title(recent.file()), () -> onFile.accept(recent.file()))
                    .in(Menu.FILE, 2)
                    .enabledWhen(recent::there)
                    .tipped(recent.there() ? recent.file().toString() : recent.file() + " is not there any more."));
        }
        if (!entries.isEmpty()) {
            entries.add(Command.of("forget-recent", "Forget all of these", this::clear)
                    .in(Menu.FILE, 4));
        }
        return entries;
    }

    private static String title(Path file) {
        return file.getFileName()
                + Optional.ofNullable(file.getParent())
                        .map(Path::getFileName)
                        .map(folder -> " – " + folder)
                        .orElse("");
    }

    /// `today at 19:05`, or with the day.
    static String when(Instant time, Clock clock) {
        ZoneId zone = clock.getZone();
        ZonedDateTime there = time.atZone(zone);
        LocalDate today = LocalDate.now(clock);
        String at = " at " + TIME.format(there);
        if (there.toLocalDate().equals(today)) {
            return "today" + at;
        }
        return "on " + (there.getYear() == today.getYear() ? DAY : YEAR).format(there) + at;
    }
}
