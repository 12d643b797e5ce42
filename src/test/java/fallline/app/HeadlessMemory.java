package fallline.app;

import com.sun.glass.ui.Window;
import java.lang.reflect.Field;

/// What the Headless platform remembers for longer than any window: every robot keeps the last window that it was in,
/// whose robot keeps the one before, so that none is ever let go (JavaFX 26).
final class HeadlessMemory {
    private HeadlessMemory() {}

    /// Makes the robots forget; FX thread.
    static void forget() {
        for (Window window : Window.getWindowsClone()) {
            try {
                Field robot = window.getClass().getDeclaredField("robot");
                robot.setAccessible(true);
                Object of = robot.get(window);
                if (of != null) {
                    Field last = of.getClass().getDeclaredField("activeWindow");
                    last.setAccessible(true);
                    last.set(of, null);
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("the Headless platform is another one: see whether it still remembers", e);
            }
        }
    }
}
