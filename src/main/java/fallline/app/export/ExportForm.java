package fallline.app.export;

import fallline.app.controls.Rows;
import fallline.app.form.FormRows;
import fallline.experiment.Run;
import fallline.export.PictureFormat;
import fallline.export.PictureFormats;
import fallline.export.film.FilmFormat;
import fallline.export.film.FilmFormats;
import fallline.figure.paint.Theme;
import fallline.file.user.ExportLikes;
import fallline.file.user.ExportLikes.FilmLikes;
import fallline.file.user.ExportLikes.Paper;
import fallline.picture.page.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;

/// The form of the export dialog: what, in which form, how large, how it looks, and of a film how it goes. It belongs
/// to the FX thread, and tells of every change.
final class ExportForm {
    private static final Map<String, String> THEMES =
            Map.of("print", "Print: white, thin lines", "light", "Light", "dark", "Dark");
    private static final double FLOW = 330;

    /// How the frames of a film follow each other.
    private enum Pace {
        ALL("all steps, at most 300 frames"),
        EVERY("every so many steps"),
        DISTANCE("equally far from frame to frame"),
        SWEEP("learning rate instead of time");

        private final String words;

        Pace(String words) {
            this.words = words;
        }
    }

    private final FormRows rows = new FormRows();
    private final List<View<?>> views;
    private final Consumer<ExportOrder> onChange;
    private final Set<String> hidden = new HashSet<>();
    private ExportOrder order;

    /// @param views what can be exported
    /// @param onChange gets every new order
    ExportForm(List<View<?>> views, ExportOrder order, Consumer<ExportOrder> onChange) {
        this.views = views;
        this.onChange = onChange;
        this.order = order;
        hidden.addAll(order.scene().view().runs().hidden());
        fill();
    }

    Node node() {
        return rows;
    }

    ExportOrder order() {
        return order;
    }

    private void like(UnaryOperator<ExportLikes> change) {
        order = new ExportOrder(order.scene(), order.view(), change.apply(order.likes()));
        onChange.accept(order);
    }

    /// As above, where other rows come with it.
    private void relike(UnaryOperator<ExportLikes> change) {
        like(change);
        fill();
    }

    private void film(UnaryOperator<FilmLikes> change) {
        like(likes -> likes.withFilm(change.apply(likes.film())));
    }

    private void fill() {
        rows.clear();
        ExportLikes now = order.likes();
        rows.add("What", "The view that is exported, or the page with four of them.", view());
        rows.add(
                "Form",
                "A picture in pixels (PNG), one that can be enlarged (SVG, PDF), or a film (GIF, APNG, MP4).",
                FormRows.choice(
                        "export-form",
                        endings(),
                        ExportForm::form,
                        now.ending(),
                        ending -> relike(likes -> likes.withEnding(ending))));
        rows.add(
                "Size",
                "How large the picture is, and its words.",
                FormRows.choice(
                        "export-paper",
                        List.of(Paper.values()),
                        Paper::words,
                        now.paper(),
                        paper -> relike(likes -> likes.withPaper(paper))));
        rows.add("", "", size(now).toArray(Node[]::new));
        rows.add(
                "Colours",
                "Print is white with thin lines and pale maps, so that it reads in grey.",
                FormRows.choice(
                        "export-theme",
                        ExportOrder.THEMES.stream().map(Theme::name).toList(),
                        name -> THEMES.getOrDefault(name, name),
                        now.theme(),
                        name -> like(likes -> likes.withTheme(name))));
        List<Node> ticks = new ArrayList<>();
        if (!order.view().whole()) {
            ticks.add(FormRows.tick(
                    "export-caption", "Caption", now.caption(), on -> like(likes -> likes.withCaption(on))));
        }
        if (order.mayBeTransparent()) {
            ticks.add(FormRows.tick(
                    "export-transparent",
                    "Transparent ground",
                    now.transparent(),
                    on -> like(likes -> likes.withTransparent(on))));
        }
        if (now.ending().equals("svg")) {
            ticks.add(FormRows.tick(
                    "export-text", "Words as text", !now.outlines(), on -> like(likes -> likes.withOutlines(!on))));
        }
        if (!ticks.isEmpty()) {
            rows.add("", "", ticks.toArray(Node[]::new));
        }
        if (order.scene().experiment().runs().size() > 1) {
            rows.add("Runs", "Which runs are drawn.", runs());
        }
        if (order.filmFormat().isPresent()) {
            film(now.film());
        }
    }

    private ComboBox<View<?>> view() {
        return FormRows.choice("export-view", views, View::title, order.view(), view -> {
            order = new ExportOrder(order.scene(), view, order.likes().withView(view.id()));
            onChange.accept(order);
            fill();
        });
    }

    private static List<String> endings() {
        List<String> endings = new ArrayList<>(
                PictureFormats.ALL.stream().map(PictureFormat::ending).toList());
        endings.addAll(FilmFormats.ALL.stream().map(FilmFormat::ending).toList());
        return endings;
    }

    private static String form(String ending) {
        return switch (ending) {
            case "png" -> "PNG picture";
            case "svg" -> "SVG vector graphic";
            case "pdf" -> "PDF page";
            case "gif" -> "GIF film";
            case "apng" -> "APNG film without loss";
            case "mp4" -> "MP4 film (H.264)";
            default -> ending;
        };
    }

    private List<Node> size(ExportLikes now) {
        boolean metric = now.paper().metric();
        List<Node> line = new ArrayList<>();
        if (now.paper() != Paper.VIEW) {
            line.add(Rows.called(
                    FormRows.number(
                            "export-width",
                            now.width(),
                            width -> like(likes -> likes.withSize(width, likes.height(), likes.dpi(), likes.type()))),
                    "Width"));
            line.add(FormRows.words("×"));
            line.add(Rows.called(
                    FormRows.number(
                            "export-height",
                            now.height(),
                            height -> like(likes -> likes.withSize(likes.width(), height, likes.dpi(), likes.type()))),
                    "Height"));
            line.add(FormRows.words(metric ? "cm" : "px"));
        }
        if (metric && order.pixels()) {
            line.add(Rows.called(
                    FormRows.number(
                            "export-dpi",
                            now.dpi(),
                            dpi -> like(likes -> likes.withSize(likes.width(), likes.height(), dpi, likes.type()))),
                    "Dots per inch"));
            line.add(FormRows.words("dpi"));
        }
        line.add(FormRows.words("type"));
        line.add(Rows.called(
                FormRows.number(
                        "export-type",
                        now.type(),
                        type -> like(likes -> likes.withSize(likes.width(), likes.height(), likes.dpi(), type))),
                "Type size"));
        line.add(FormRows.words(metric ? "pt" : "px"));
        return line;
    }

    private Node runs() {
        FlowPane all = new FlowPane(10, 4);
        all.setPrefWrapLength(FLOW);
        for (Run run : order.scene().experiment().runs()) {
            CheckBox tick = FormRows.tick("export-run-" + run.name(), run.name(), !hidden.contains(run.name()), on -> {
                if (on) {
                    hidden.remove(run.name());
                } else {
                    hidden.add(run.name());
                }
                order = order.without(Set.copyOf(hidden));
                onChange.accept(order);
            });
            all.getChildren().add(tick);
        }
        return all;
    }

    private void film(FilmLikes now) {
        int steps = order.scene().experiment().steps();
        Pace pace =
                now.sweep() ? Pace.SWEEP : now.byDistance() ? Pace.DISTANCE : now.every() > 0 ? Pace.EVERY : Pace.ALL;
        rows.add(
                "Frames",
                "What goes on from frame to frame.",
                FormRows.choice(
                        "export-pace",
                        List.of(Pace.values()),
                        each -> each.words,
                        pace,
                        chosen -> relike(likes -> likes.withFilm(paced(likes.film(), chosen)))));
        List<Node> course = new ArrayList<>();
        if (pace == Pace.SWEEP) {
            course.add(FormRows.words("α from"));
            course.add(Rows.called(
                    FormRows.number(
                            "export-sweep-from",
                            now.sweepFrom(),
                            from -> film(film -> swept(film, from, film.sweepTo()))),
                    "Least learning rate"));
            course.add(FormRows.words("to"));
            course.add(Rows.called(
                    FormRows.number(
                            "export-sweep-to", now.sweepTo(), to -> film(film -> swept(film, film.sweepFrom(), to))),
                    "Largest learning rate"));
        } else {
            course.add(FormRows.words("steps"));
            course.add(Rows.called(
                    FormRows.whole(
                            "export-from",
                            Math.min(now.from(), steps),
                            from -> film(film -> stretch(film, (int) from, film.to(), film.every()))),
                    "First step"));
            course.add(FormRows.words("to"));
            course.add(Rows.called(
                    FormRows.whole(
                            "export-to",
                            now.to() < 0 ? steps : Math.min(now.to(), steps),
                            to -> film(film -> stretch(film, film.from(), to >= steps ? -1 : (int) to, film.every()))),
                    "Last step"));
            if (pace == Pace.EVERY) {
                course.add(FormRows.words("every"));
                course.add(Rows.called(
                        FormRows.whole(
                                "export-every",
                                now.every(),
                                every -> film(film -> stretch(film, film.from(), film.to(), (int) Math.max(1, every)))),
                        "Every so many steps"));
            }
        }
        rows.add("", "", course.toArray(Node[]::new));
        rows.add(
                "Speed",
                "Frames a second, the rest at both ends, and how far a solid turns on the way.",
                Rows.called(
                        FormRows.number(
                                "export-fps",
                                now.fps(),
                                fps -> film(film -> timed(film, fps, film.hold(), film.orbit()))),
                        "Frames a second"),
                FormRows.words("a second, rest"),
                Rows.called(
                        FormRows.number(
                                "export-hold",
                                now.hold(),
                                hold -> film(film -> timed(film, film.fps(), hold, film.orbit()))),
                        "Rest at both ends"),
                FormRows.words("s, turn"),
                Rows.called(
                        FormRows.number(
                                "export-orbit",
                                now.orbit(),
                                orbit -> film(film -> timed(film, film.fps(), film.hold(), orbit))),
                        "Turn of the solid"),
                FormRows.words("°"));
    }

    private static FilmLikes paced(FilmLikes film, Pace pace) {
        return new FilmLikes(
                film.from(),
                film.to(),
                film.fps(),
                pace == Pace.EVERY ? Math.max(1, film.every()) : 0,
                pace == Pace.DISTANCE,
                film.hold(),
                film.orbit(),
                pace == Pace.SWEEP,
                film.sweepFrom(),
                film.sweepTo());
    }

    private static FilmLikes swept(FilmLikes film, double from, double to) {
        return new FilmLikes(
                film.from(), film.to(), film.fps(), film.every(), false, film.hold(), film.orbit(), true, from, to);
    }

    private static FilmLikes stretch(FilmLikes film, int from, int to, int every) {
        return new FilmLikes(
                Math.max(0, from),
                to,
                film.fps(),
                every,
                film.byDistance(),
                film.hold(),
                film.orbit(),
                film.sweep(),
                film.sweepFrom(),
                film.sweepTo());
    }

    private static FilmLikes timed(FilmLikes film, double fps, double hold, double orbit) {
        return new FilmLikes(
                film.from(),
                film.to(),
                fps,
                film.every(),
                film.byDistance(),
                hold,
                orbit,
                film.sweep(),
                film.sweepFrom(),
                film.sweepTo());
    }
}
