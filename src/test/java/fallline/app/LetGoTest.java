package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A window that was closed")
class LetGoTest {
    private static WeakReference<FallLineWindow> opened() {
        List<FallLineWindow> windows = new ArrayList<>();
        try (OpenWindow open = Furnished.window(windows, Trial.bowl())) {
            open.fx(HeadlessMemory::forget); // the platform of the tests is not the program
            return new WeakReference<>(open.window());
        }
    }

    @Test
    @DisplayName("is let go: nothing in the program holds on to it")
    void collected() throws InterruptedException {
        WeakReference<FallLineWindow> first = opened();
        opened(); // what the toolkit remembers of the last window it remembers of this one now
        for (int i = 0; i < 20 && first.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(first.get()).isNull();
    }
}
