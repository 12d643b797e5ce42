package fallline.app.export;

import fallline.experiment.view.RunsLook;
import fallline.export.Page;
import fallline.export.PictureFormat;
import fallline.export.PictureFormats;
import fallline.export.Raster;
import fallline.export.film.Course;
import fallline.export.film.Film;
import fallline.export.film.FilmFormat;
import fallline.export.film.FilmFormats;
import fallline.export.film.Speed;
import fallline.figure.page.ScaledFigure;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.file.user.ExportLikes;
import fallline.file.user.ExportLikes.FilmLikes;
import fallline.file.user.ExportLikes.Paper;
import fallline.number.Numbers;
import fallline.picture.Picture;
import fallline.picture.page.DashboardPicture;
import fallline.picture.page.Pictures;
import fallline.picture.page.View;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A picture or a film that is wanted: a scene, a view of it, and how it is to be printed. Plain data; figures are made
/// where figures are painted.
///
/// @param likes how it is printed
record ExportOrder(Scene scene, View<?> view, ExportLikes likes) {
    /// What theme pictures can have, the dialog's usual one first.
    static final List<Theme> THEMES = List.of(Theme.PRINT, Theme.LIGHT, Theme.DARK);

    /// The height of ordinary words in logical pixels.
    private static final double WORDS = 12;

    private static final double INCH = 2.54;
    private static final double POINTS = 72;
    private static final double CSS_PIXELS = 96;
    private static final double MOST_PIXELS = 120e6;

    /// With these runs hidden.
    ExportOrder without(Set<String> hidden) {
        Scene other = new Scene(
                scene.experiment(),
                scene.records(),
                scene.view().withRuns(look -> new RunsLook(look.chosen(), hidden)));
        return new ExportOrder(other, view, likes);
    }

    /// The same of what is on the screen now, with the same runs hidden.
    ExportOrder now(Scene scene) {
        return new ExportOrder(scene, view, likes)
                .without(this.scene.view().runs().hidden());
    }

    /// The same as a picture in pixels, for the clipboard.
    ExportOrder asPixels() {
        return new ExportOrder(scene, view, likes.withEnding("png"));
    }

    Optional<FilmFormat> filmFormat() {
        return FilmFormats.of(Path.of("a." + likes.ending()));
    }

    PictureFormat pictureFormat() {
        return PictureFormats.of(Path.of("a." + likes.ending())).orElse(PictureFormats.ALL.getFirst());
    }

    /// Whether its form has pixels.
    boolean pixels() {
        return filmFormat().isPresent() || !pictureFormat().scales().isEmpty();
    }

    /// Whether its ground can be transparent.
    boolean mayBeTransparent() {
        return filmFormat().isEmpty();
    }

    Theme theme() {
        Theme theme = THEMES.stream()
                .filter(each -> each.name().equals(likes.theme()))
                .findFirst()
                .orElse(Theme.PRINT);
        return likes.transparent() && mayBeTransparent() ? theme.transparent() : theme;
    }

    /// The width in pixels of the file, or of a vector graphic in pixels of a 96th of an inch.
    private double across(double length, double ofView) {
        return likes.paper() == Paper.VIEW
                ? ofView * scale()
                : likes.paper().metric() ? length / INCH * (pixels() ? likes.dpi() : CSS_PIXELS) : length;
    }

    /// Pixels a logical pixel, so that words have the size that is asked for.
    double scale() {
        double type =
                likes.paper().metric() ? likes.type() / POINTS * (pixels() ? likes.dpi() : CSS_PIXELS) : likes.type();
        return type / WORDS;
    }

    /// The size of the file's picture in pixels.
    Size target() {
        Size page = view.page();
        return new Size(across(likes.width(), page.width()), across(likes.height(), page.height()));
    }

    /// Its size in logical pixels.
    Size logical() {
        Size target = target();
        return new Size(target.width() / scale(), target.height() / scale());
    }

    /// The size in words: `1,004 × 709 pixels`.
    String words() {
        Size target = target();
        String size = Numbers.whole(Math.round(target.width())) + " × " + Numbers.whole(Math.round(target.height()))
                + (pixels() ? " pixels" : " pixels of 1/96 inch");
        return likes.paper().metric()
                ? Numbers.brief(likes.width(), 4) + " × " + Numbers.brief(likes.height(), 4) + " cm"
                        + (pixels() ? ", " + size : "")
                : size;
    }

    /// Why this cannot be printed, in one sentence with the remedy.
    Optional<String> objection() {
        Size target = target();
        if (pixels() && target.width() * target.height() > MOST_PIXELS) {
            return Optional.of(
                    "That is " + words() + ", too many for one picture: choose a smaller size or fewer dots an inch.");
        }
        Size logical = logical();
        if (logical.width() < 120 || logical.height() < 90) {
            return Optional.of("Words of this size leave no room for a picture: choose smaller type or a larger size.");
        }
        if (scene.shownRuns().isEmpty()) {
            return Optional.of("No run is chosen: tick one or more.");
        }
        return view.obstacle()
                .apply(scene.experiment().problem())
                .map(sentence -> sentence.formatted("this experiment"))
                .or(() -> filmFormat().isPresent() ? filmObjection() : Optional.empty());
    }

    private Optional<String> filmObjection() {
        FilmLikes film = likes.film();
        if (scene.records().values().stream().anyMatch(RunRecord.Veiled.class::isInstance)) {
            return Optional.of("The future of a run is hidden: a film can be made when it is revealed.");
        }
        if (!scene.settled()) {
            return Optional.of("Some runs are still being computed: a film can be made when they are done.");
        }
        if (!(film.fps() >= Speed.LEAST_FPS && film.fps() <= Speed.MOST_FPS)) {
            return Optional.of("A film has 0.1 to 120 frames a second, got " + Numbers.brief(film.fps(), 6) + ".");
        }
        if (!(film.hold() >= 0 && film.hold() <= Speed.MOST_HOLD)) {
            return Optional.of(
                    "A film rests for 0 to 60 seconds at its ends, got " + Numbers.brief(film.hold(), 6) + ".");
        }
        if (!(Math.abs(film.orbit()) <= Film.MOST_DEGREES)) {
            return Optional.of("A solid turns by at most 3600 degrees, got " + Numbers.brief(film.orbit(), 6) + ".");
        }
        if (!film.sweep() && lastStep() <= film.from()) {
            return Optional.of("The film begins at step " + Numbers.whole(film.from()) + " and ends at step "
                    + Numbers.whole(lastStep()) + ": choose an earlier first step.");
        }
        if (film.sweep() && !(film.sweepFrom() > 0 && film.sweepTo() > 0 && film.sweepFrom() != film.sweepTo())) {
            return Optional.of("The learning rate goes from one number above 0 to another.");
        }
        return Optional.empty();
    }

    private int lastStep() {
        int all = scene.experiment().steps();
        return likes.film().to() < 0 ? all : Math.min(likes.film().to(), all);
    }

    /// The film that is wanted; asked for only where there is no objection.
    Film film() {
        FilmLikes film = likes.film();
        Course course = film.sweep()
                ? new Course.Sweep(
                        Optional.empty(),
                        "lr",
                        film.sweepFrom(),
                        film.sweepTo(),
                        true,
                        Course.Sweep.USUAL,
                        scene.view().playhead())
                : new Course.Steps(film.from(), lastStep(), pace(film));
        return new Film(
                view,
                course,
                new Speed(film.fps(), film.hold()),
                film.orbit(),
                logical(),
                scale(),
                theme(),
                likes.caption());
    }

    private static Course.Pace pace(FilmLikes film) {
        return film.byDistance()
                ? new Course.Pace.ByDistance(Course.USUAL_FRAMES)
                : film.every() > 0 ? new Course.Pace.Every(film.every()) : new Course.Pace.Thinned(Course.USUAL_FRAMES);
    }

    private Picture picture(Pictures pictures) {
        if (view.whole()) {
            return pictures.of(view);
        }
        return likes.caption()
                ? new DashboardPicture(List.of(pictures.of(view)), pictures.catalogue())
                : pictures.of(view);
    }

    /// The page of a picture.
    ///
    /// @param pictures belong to the calling thread
    Page page(Pictures pictures) {
        Picture picture = picture(pictures);
        Figure figure = picture.figure(scene);
        String title = picture.title(scene);
        return pixels()
                ? new Page(figure, logical(), theme(), title)
                : new Page(new ScaledFigure(figure, scale()), target(), theme(), title, likes.outlines());
    }

    /// The picture in small; a film's at the playhead.
    ///
    /// @param page of the same order
    /// @param room in pixels that it may take
    BufferedImage preview(Page page, Size room) {
        double fit = Math.min(
                room.width() / page.size().width(), room.height() / page.size().height());
        return Raster.of(page.figure(), page.size(), page.theme(), fit);
    }
}
