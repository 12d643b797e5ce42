package fallline.experiment.view;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is on the stage when an experiment is presented.
///
/// @param panes their ids, one to four: `loss`
/// @param size of type and lines in percent, 150 … 200
/// @param controls what can be used there
/// @param colours what it looks like
public record PresenterLook(List<String> panes, int size, Set<Control> controls, Colours colours) {
    public static final int MOST_PANES = 4;
    public static final int SMALLEST = 150;
    public static final int LARGEST = 200;

    /// A control of the window that can stand on the stage.
    public enum Control {
        RATE("Learning rate"),
        OPTIMIZER("Optimizer"),
        BATCH("Batch"),
        START("Start"),
        STEP("Step and back"),
        PLAY("Play"),
        SCRUB("Scrub bar"),
        SPEED("Speed"),
        VERDICT("What happens, in words");

        private final String words;

        Control(String words) {
            this.words = words;
        }

        /// As in a list: `Learning rate`.
        public String words() {
            return words;
        }
    }

    /// What a stage looks like.
    public enum Colours {
        /// Bright, with strong contrast, for a projector in a lit room.
        PROJECTOR,
        /// As the window, with thicker lines.
        WINDOW,
        /// Dark, with thicker lines.
        DARK
    }

    /// The loss and its convergence, with the rate, steps and play, for a projector.
    public static final PresenterLook INITIAL = new PresenterLook(
            List.of("loss", "convergence"), 175, Set.of(Control.RATE, Control.STEP, Control.PLAY), Colours.PROJECTOR);

    /// @throws IllegalArgumentException unless there are one to four different panes, and the size is 150 … 200
    public PresenterLook {
        if (panes.isEmpty() || panes.size() > MOST_PANES || Set.copyOf(panes).size() < panes.size()) {
            throw new IllegalArgumentException("a stage has one to four different panes, got " + panes);
        }
        if (size < SMALLEST || size > LARGEST) {
            throw new IllegalArgumentException("a stage is shown at 150 to 200 percent, got " + size);
        }
        panes = List.copyOf(panes);
        controls = Set.copyOf(controls);
    }

    public PresenterLook withPanes(List<String> others) {
        return new PresenterLook(others, size, controls, colours);
    }

    public PresenterLook withSize(int percent) {
        return new PresenterLook(panes, percent, controls, colours);
    }

    /// With a control, or without it.
    public PresenterLook with(Control control, boolean there) {
        Set<Control> others = EnumSet.noneOf(Control.class);
        others.addAll(controls);
        if (there) {
            others.add(control);
        } else {
            others.remove(control);
        }
        return new PresenterLook(panes, size, others, colours);
    }

    public PresenterLook withColours(Colours other) {
        return new PresenterLook(panes, size, controls, other);
    }
}
