package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.Surroundings;
import fallline.app.paint.FigureView;
import fallline.figure.paint.Typesetter;
import fallline.file.user.LessonProgressFile;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Brings the lessons: their list, the panel in the column's place, and what makes a step of what is on the desk.
/// All of it is made when it is first asked for.
public final class LessonFeature implements Feature {
    private final Desk desk;
    private final OptimizerCatalogue catalogue;
    private final Typesetter typesetter;
    private final Runnable pause;
    private final Optional<FigureView> loss;
    private final LessonProgressFile progress;
    private final Supplier<Optional<Path>> folder;
    private Optional<Surroundings> around = Optional.empty();
    private Optional<LessonRoom> room = Optional.empty();

    /// @param pause ends playing
    /// @param loss where places are foretold by a click
    /// @param folder of the user's own lessons, asked for whenever the list opens
    public LessonFeature(
            Desk desk,
            OptimizerCatalogue catalogue,
            Typesetter typesetter,
            Runnable pause,
            Optional<FigureView> loss,
            LessonProgressFile progress,
            Supplier<Optional<Path>> folder) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.typesetter = typesetter;
        this.pause = pause;
        this.loss = loss;
        this.progress = progress;
        this.folder = folder;
    }

    private LessonRoom room() {
        LessonRoom made = room.orElseGet(
                () -> new LessonRoom(desk, catalogue, typesetter, around.orElseThrow(), pause, loss, progress, folder));
        room = Optional.of(made);
        return made;
    }

    private boolean isOpen() {
        return room.filter(LessonRoom::isOpen).isPresent();
    }

    /// Opens the list of lessons.
    public void openList() {
        room().openList();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("learn", "Learn…", this::openList)
                        .in(Menu.HELP, 0)
                        .tipped("Opens the list of lessons, which explain and ask, with the desk at hand."),
                Command.of("leave-lesson", "Leave the lesson", () -> room().leave())
                        .in(Menu.HELP, 0)
                        .enabledWhen(this::isOpen)
                        .tipped("Brings back what was on the desk before the lesson."),
                Command.of("make-lesson-step", "Make a lesson step from this…", () -> room().makeStep())
                        .in(Menu.FILE, 3)
                        .tipped("Writes what is on the desk as a step of a lesson, to be copied or saved."));
    }

    @Override
    public List<Command> choices() {
        return LessonReading.named(folder.get()).stream()
                .map(named -> Command.of(
                        "lesson: " + named.key(), "Lesson: " + named.title(), () -> room().open(named.key())))
                .toList();
    }

    @Override
    public void onFurnished(Surroundings surroundings) {
        around = Optional.of(surroundings);
    }

    @Override
    public void onClose() {
        room.ifPresent(LessonRoom::close);
    }
}
