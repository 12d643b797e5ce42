package fallline.app;

import fallline.app.controls.Focus;
import fallline.app.desk.Appearance;
import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs;
import fallline.app.desk.Locks;
import fallline.app.desk.Toasts;
import fallline.app.desk.WorkingNote;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.help.HelpCommands;
import fallline.app.menu.MenuStrip;
import fallline.app.menu.WindowMenus;
import fallline.app.palette.Names;
import fallline.app.palette.Palette;
import fallline.app.pane.PaneGrid;
import fallline.app.shell.KeyList;
import fallline.app.shell.Keys;
import fallline.app.shell.Logo;
import fallline.app.shell.PaneCommands;
import fallline.app.shell.Regions;
import fallline.app.shell.Shell;
import fallline.app.work.Door;
import fallline.app.work.Lanes;
import fallline.file.user.Shares;
import fallline.io.LogFile;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window: puts the features together, and takes them apart again when it closes.
public final class FallLineWindow {
    /// Below this width the lower panes become tabs.
    private static final double WIDE = 1280;

    static final String TITLE = "Fall Line";

    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 920;
    private static final double SMALLEST_WIDTH = 900;
    private static final double SMALLEST_HEIGHT = 600;

    private final Stage stage;
    private final Workbench workbench;
    private final ExecutorService workers;
    private final Door door;
    private final Appearance appearance = new Appearance();
    private final Toasts toasts = new Toasts();
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    private final Desk desk;
    private final List<Feature> features;
    private final List<Command> commands;
    private final PaneGrid grid;
    private final Keys keys;
    private final KeyList keyList;
    private final MenuStrip menus;
    private final Shell shell;
    private final Regions regions;

    /// A window on `stage`; FX thread.
    public FallLineWindow(Stage stage, AppContext context) {
        this(stage, context, Optional.empty());
    }

    /// As above.
    ///
    /// @param log gets the traces of what should not have happened
    public FallLineWindow(Stage stage, AppContext context, Optional<LogFile> log) {
        this.stage = stage;
        int cores = Runtime.getRuntime().availableProcessors();
        workers = Lanes.pool("worker", Math.max(1, cores - 1));
        door = new Door(Platform::runLater, toasts::warn, log);
        workbench =
                new Workbench(context.experiment(), context.view(), context.resolver(), workers, Platform::runLater);
        Dialogs dialogs = context.dialogs().apply(stage);
        desk = new Desk(
                stage,
                workbench,
                context.pictures(),
                dialogs,
                toasts,
                appearance,
                door.painter(),
                door.questions(),
                door.files(),
                door.failures(),
                narrow.getReadOnlyProperty(),
                new Locks());
        features = context.features().apply(desk);
        grid = new PaneGrid(
                features.stream().flatMap(feature -> feature.panes().stream()).toList());
        grid.sharesProperty().bindBidirectional(appearance.sharesProperty());
        commands = Stream.of(
                        features.stream().flatMap(feature -> feature.commands().stream()),
                        PaneCommands.of(grid).stream(),
                        HelpCommands.of(desk, grid).stream(),
                        own().stream())
                .flatMap(all -> all)
                .map(this::lockable)
                .toList();
        keys = new Keys(commands);
        keyList = new KeyList(commands);
        menus = new MenuStrip(
                new WindowMenus(
                        commands,
                        Stream.concat(
                                        features.stream().flatMap(feature -> feature.subMenus().stream()),
                                        Stream.of(PaneCommands.menu(grid)))
                                .toList()),
                desk.narrow());
        shell = new Shell(features, menus, grid, toasts, desk.narrow(), appearance.sizeProperty());
        regions = new Regions(shell, shell::regions);
        shell.getChildren().addAll(keyList, new WorkingNote(door.working()));
        features.forEach(feature -> feature.onFurnished(shell));
    }

    /// The model of the whole.
    public Workbench workbench() {
        return workbench;
    }

    /// What the features work with.
    public Desk desk() {
        return desk;
    }

    /// What the window is made of.
    public List<Feature> features() {
        return features;
    }

    /// All that can be done in the window: of every feature, of the panes, of the window itself.
    public List<Command> commands() {
        return commands;
    }

    /// Gives a stage that has no size yet, which is one that was not shown, the usual one.
    static void size(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (Double.isNaN(stage.getWidth())) {
            stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
        }
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
    }

    /// Shows the window; what plays by itself at the start begins.
    public void show() {
        show(new Scene(shell));
    }

    /// As above.
    ///
    /// @param scene that nothing else uses; it may be on the screen already
    void show(Scene scene) {
        size(stage);
        if (scene.getRoot() != shell) {
            scene.setRoot(shell);
        }
        narrow.bind(shell.roomProperty().lessThan(WIDE));
        appearance.dress(scene);
        menus.listen(scene);
        regions.listen(scene);
        keys.listen(scene);
        Focus.rootTakesOver(shell);
        stage.setScene(scene);
        stage.setTitle(TITLE);
        stage.getIcons().setAll(Logo.image(32), Logo.image(64), Logo.image(256));
        stage.show();
        shell.requestFocus();
        features.forEach(Feature::onShown);
    }

    /// Waits for what is being written, and stops the threads of the window; nothing comes back from them afterwards.
    public void close() {
        features.forEach(Feature::onClose);
        stage.hide();
        door.close();
        workers.shutdownNow();
        appearance.close();
    }

    /// What is locked is changed by nothing that has a name or a key either: it says why instead.
    private Command lockable(Command command) {
        return command.changes()
                .map(word -> command.doing(
                        () -> desk.locks().why(word).ifPresentOrElse(desk.notices()::tell, command.action())))
                .orElse(command);
    }

    /// What the window itself can do.
    private List<Command> own() {
        return List.of(
                Command.of("full-screen", "Full screen", () -> stage.setFullScreen(!stage.isFullScreen()))
                        .on(Key.pressed("F11", KeyCode.F11))
                        .in(Menu.VIEW, 4)
                        .switching(stage::isFullScreen),
                Command.of("larger", "Everything larger", () -> appearance.resizeBy(1))
                        .on(Key.command("Ctrl +", KeyCode.PLUS))
                        .on(Key.command("", KeyCode.EQUALS))
                        .on(Key.command("", KeyCode.ADD))
                        .on(Key.commandShift(KeyCode.EQUALS))
                        .in(Menu.VIEW, 5),
                Command.of("smaller", "Everything smaller", () -> appearance.resizeBy(-1))
                        .on(Key.command("Ctrl −", KeyCode.MINUS))
                        .on(Key.command("", KeyCode.SUBTRACT))
                        .in(Menu.VIEW, 5),
                Command.of("usual-size", "Usual size", () -> appearance.resizeBy(0))
                        .on(Key.command("Ctrl 0", KeyCode.DIGIT0))
                        .on(Key.command("", KeyCode.NUMPAD0))
                        .in(Menu.VIEW, 5),
                Command.of("usual-shares", "Panes as usual", () -> appearance
                                .sharesProperty()
                                .set(Shares.USUAL))
                        .in(Menu.VIEW, 4)
                        .tipped("Gives the panes the sizes that they have in a new window."),
                Command.of("next-part", "Next part of the window", () -> go(1))
                        .on(Key.pressed("F6", KeyCode.F6))
                        .tipped(
                                "Brings the keyboard into the toolbar, the column, each pane and the transport in turn."),
                Command.of("previous-part", "Part of the window before", () -> go(-1))
                        .on(Key.shifted("Shift F6", KeyCode.F6)),
                Command.of("palette", "Find by name…", this::openPalette)
                        .on(Key.command("Ctrl K", KeyCode.K))
                        .in(Menu.HELP, 1)
                        .tipped("Finds commands, problems, functions, data, optimizers, views and settings by name."),
                Command.of("escape", "Back to all panes", this::escape).on(Key.pressed("Esc", KeyCode.ESCAPE)),
                Command.of("keys", "Keys", () -> keyList.setVisible(!keyList.isVisible()))
                        .on(Key.typed("?", "?"))
                        .in(Menu.HELP, 1));
    }

    private void go(int by) {
        regions.go(by);
    }

    private void openPalette() {
        List<Command> all = Stream.of(
                        commands.stream(),
                        PaneCommands.views(grid).stream(),
                        Names.settings(shell, regions::bring).stream(),
                        Names.menus(grid.offered()).stream())
                .flatMap(some -> some)
                .toList();
        new Palette(stage, desk.questions(), all, HelpCommands.terms(desk, grid)).open(() -> features.stream()
                .flatMap(feature -> feature.choices().stream())
                .map(this::lockable)
                .toList());
    }

    private void escape() {
        if (keyList.isVisible()) {
            keyList.setVisible(false);
        } else if (!grid.shrink()) {
            shell.requestFocus();
        }
    }
}
