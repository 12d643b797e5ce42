package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.app.feature.Surroundings;
import fallline.app.paint.FigureView;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.figure.paint.Typesetter;
import fallline.file.user.LessonProgress;
import fallline.file.user.LessonProgressFile;
import fallline.lesson.Lesson;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All that lessons are in the window, once somebody asks for them. FX thread.
final class LessonRoom implements LessonController.Elsewhere {
    private final Desk desk;
    private final KeptProgress progress;
    private final Supplier<Optional<Path>> folder;
    private final LessonController controller;
    private final LessonListSheet list;
    private final StepMaking making;
    private final AnswerSaving answers;
    private final Asking<Wish, Shelf> reading;
    private boolean taken;

    /// The lesson that is to be opened when it is read, by its key.
    private Optional<String> wanted = Optional.empty();

    /// What is to be read.
    private record Wish(Optional<Path> folder, boolean progress) {}

    private record Shelf(LessonReading.All lessons, Optional<LessonProgress> progress) {}

    LessonRoom(
            Desk desk,
            OptimizerCatalogue catalogue,
            Typesetter typesetter,
            Surroundings surroundings,
            Runnable pause,
            Optional<FigureView> loss,
            LessonProgressFile file,
            Supplier<Optional<Path>> folder) {
        this.desk = desk;
        this.folder = folder;
        progress = new KeptProgress(desk, file);
        LessonReading lessons = new LessonReading(catalogue);
        controller = new LessonController(desk, catalogue, typesetter, lessons, surroundings, pause, progress, this);
        loss.ifPresent(controller::takeClicks);
        list = new LessonListSheet(desk, this::onReset);
        making = new StepMaking(desk, catalogue, surroundings);
        answers = new AnswerSaving(desk, progress);
        reading = desk.questions()
                .on(
                        Lane.FILES,
                        "Reading the lessons",
                        (Wish wish) -> new Shelf(
                                lessons.all(wish.folder()),
                                wish.progress() ? Optional.of(file.read()) : Optional.empty()),
                        (_, shelf) -> onRead(shelf));
    }

    boolean isOpen() {
        return controller.isOpen();
    }

    /// Shows the list, and reads it anew: somebody may have written a lesson meanwhile.
    void openList() {
        list.open();
        read();
    }

    /// Opens one lesson without its list.
    void open(String key) {
        wanted = Optional.of(key);
        read();
    }

    private void openWanted(LessonReading.All all) {
        Optional<String> key = wanted;
        wanted = Optional.empty();
        key.ifPresent(sought -> Stream.concat(all.course().stream(), all.own().stream())
                .filter(found -> found.key().equals(sought))
                .findFirst()
                .ifPresentOrElse(
                        this::open, () -> desk.notices().warn("This lesson cannot be read: Help, Learn… says why.")));
    }

    private void open(LessonReading.Found found) {
        controller.open(found.key(), found.source(), found.edition());
    }

    private void read() {
        reading.ask(new Wish(folder.get(), !taken));
    }

    private void onRead(Shelf shelf) {
        if (!taken) {
            shelf.progress().ifPresent(progress::take);
            taken = true;
        }
        LessonReading.All all = shelf.lessons();
        list.show(new LessonListSheet.Shelf(
                all.course().stream().map(this::entry).toList(),
                all.own().stream().map(this::entry).toList(),
                all.complaints(),
                all.folder().map(Path::toString)));
        openWanted(all);
    }

    private LessonListSheet.Entry entry(LessonReading.Found found) {
        Lesson lesson = found.edition().lesson();
        List<String> about = new ArrayList<>();
        if (!lesson.audience().isEmpty()) {
            about.add("For " + lesson.audience() + ".");
        }
        about.addAll(lesson.goals());
        Optional<Double> done = progress.of(found.key())
                .map(standing ->
                        Math.min(1.0, (double) standing.step() / lesson.steps().size()));
        return new LessonListSheet.Entry(
                lesson.id(), lesson.title(), lesson.minutes(), String.join("\n", about), done, () -> open(found));
    }

    private void onReset() {
        progress.forget();
        controller.forget();
        read();
    }

    void leave() {
        controller.leave();
    }

    void makeStep() {
        making.open();
    }

    /// The window closes: what was there before the lesson is what is closed.
    void close() {
        controller.leave();
    }

    @Override
    public void onList() {
        openList();
    }

    @Override
    public void onAnswers(LessonVisit visit) {
        answers.open(visit);
    }
}
