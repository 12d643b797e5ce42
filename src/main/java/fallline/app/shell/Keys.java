package fallline.app.shell;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.controls.ArrowGroup;
import fallline.app.controls.Focus;
import fallline.app.controls.Sheet;
import fallline.app.feature.Command;
import fallline.app.feature.Key;
import fallline.app.feature.Key.AltDigit;
import fallline.app.feature.Key.Always;
import fallline.app.feature.Key.During;
import fallline.app.feature.Key.Pressed;
import fallline.app.feature.Key.Trigger;
import fallline.app.feature.Key.Typed;
import fallline.app.feature.Key.WithAlt;
import fallline.app.paint.FigureView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The keys of the window. A focused control takes its own keys first; what it has no use for comes here.
public final class Keys {
    private static final Set<KeyCode> MOVES =
            Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN, KeyCode.HOME, KeyCode.END);

    private final List<Command> commands;

    public Keys(List<Command> commands) {
        this.commands = List.copyOf(commands);
    }

    /// Listens in `scene`.
    public void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> onPressed(event, scene));
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> onTyped(event, scene.getFocusOwner()));
    }

    private void onPressed(KeyEvent event, Scene scene) {
        Node owner = scene.getFocusOwner();
        if (event.getCode() == KeyCode.TAB) {
            ArrowGroup.settle(scene);
        }
        if (isOnCurtain(owner) || isMenuOpen()) {
            return; // a sheet over the window has the keys for itself, and so has a menu
        }
        if (event.getCode() == KeyCode.SPACE && !takesSpace(owner)) {
            event.consume(); // it acts when the character comes; nothing else shall act before
            return;
        }
        act(event, trigger -> pressed(event, owner, trigger));
    }

    private static boolean pressed(KeyEvent event, Node owner, Trigger trigger) {
        return switch (trigger) {
            case Always(KeyCode code) -> event.getCode() == code && plain(event) && !event.isShiftDown();
            case Pressed(KeyCode code, boolean shift, boolean command) ->
                event.getCode() == code
                        && event.isShiftDown() == shift
                        && event.isShortcutDown() == command
                        && !event.isAltDown()
                        && !(command ? takesCommand(owner, code) : takesKey(owner, code));
            case WithAlt(KeyCode code) -> event.getCode() == code && onlyAlt(event) && !takesMoves(owner, code);
            case AltDigit(int digit) -> onlyAlt(event) && DigitRow.digit(event) == digit;
            case Typed _, During _ -> false;
        };
    }

    private void onTyped(KeyEvent event, Node owner) {
        if (isOnCurtain(owner) || isMenuOpen()) {
            return;
        }
        String character = event.getCharacter();
        boolean usable = character.length() == 1 && (plain(event) || isAltGraph(event));
        boolean taken = character.equals(" ")
                ? takesSpace(owner)
                : takesCharacters(owner) || (owner instanceof FigureView figure && figure.takes(character));
        if (usable && !taken) {
            act(event, trigger -> trigger instanceof Typed(String some) && some.contains(character));
        }
    }

    private void act(KeyEvent event, Predicate<Trigger> meant) {
        Optional<Command> command = commands.stream()
                .filter(one -> one.keys().stream()
                        .anyMatch(key -> key.trigger() instanceof During(Trigger inner) && meant.test(inner)))
                .filter(one -> one.enabled().getAsBoolean())
                .findFirst()
                .or(() -> commands.stream()
                        .filter(one -> one.keys().stream().map(Key::trigger).anyMatch(meant))
                        .findFirst());
        command.ifPresent(found -> {
            event.consume();
            found.run();
        });
    }

    private static boolean plain(KeyEvent event) {
        return !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    }

    private static boolean onlyAlt(KeyEvent event) {
        return event.isAltDown() && !event.isControlDown() && !event.isMetaDown() && !event.isShiftDown();
    }

    /// With Alt an arrow opens the list of a chooser.
    private static boolean takesMoves(Node owner, KeyCode code) {
        return isArrow(code) && owner instanceof ComboBoxBase<?>;
    }

    private static boolean isAltGraph(KeyEvent event) {
        return event.isControlDown() && event.isAltDown() && !event.isMetaDown();
    }

    private static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance);
    }

    private static boolean isOnCurtain(@Nullable Node owner) {
        return Sheet.around(owner).isPresent();
    }

    private static boolean takesCharacters(Node owner) {
        return owner instanceof TextInputControl || owner instanceof ComboBoxBase<?> || owner instanceof Spinner<?>;
    }

    private static boolean takesSpace(Node owner) {
        return takesCharacters(owner)
                || owner instanceof ButtonBase
                || owner instanceof ToggleSwitch
                || (owner != null && Focus.isPressable(owner))
                || owner instanceof TableView<?>
                || owner instanceof ListView<?>;
    }

    private static boolean takesKey(Node owner, KeyCode code) {
        boolean moves = (isArrow(code) && owner instanceof FigureView figure && figure.takesArrows())
                || ArrowGroup.takes(owner, code)
                || owner instanceof Slider
                || owner instanceof RadioButton
                || owner instanceof TableView<?>
                || owner instanceof ListView<?>;
        // a text field gives its own text up first, and then hands the keyboard back by itself
        boolean everywhere = code.isFunctionKey() || (code == KeyCode.ESCAPE && !(owner instanceof TextInputControl));
        return (takesCharacters(owner) && !everywhere) || (moves && MOVES.contains(code));
    }

    private static boolean isArrow(KeyCode code) {
        return code == KeyCode.LEFT || code == KeyCode.RIGHT || code == KeyCode.UP || code == KeyCode.DOWN;
    }

    /// Fields undo their own typing, give away what is copied, and take what is pasted.
    private static boolean takesCommand(Node owner, KeyCode code) {
        if (isArrow(code) && owner instanceof FigureView figure) {
            return figure.takesArrows();
        }
        return owner instanceof TextInputControl
                && (code == KeyCode.Z || code == KeyCode.Y || code == KeyCode.V || code == KeyCode.C);
    }
}
