package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.work.Answered;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Label;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A question that takes long")
class WorkingFeatureTest {
    private final CountDownLatch found = new CountDownLatch(1);
    private final List<String> heard = new ArrayList<>();

    private final Answered<Integer, String> listener = new Answered<>() {
        @Override
        public void answered(Integer question, String answer) {
            heard.add(answer);
        }

        @Override
        public void unanswered(Integer question) {
            heard.add("open");
        }
    };

    private String search(Integer question) {
        if (question < 0) {
            throw new IllegalArgumentException("no such number");
        }
        try {
            found.await();
            return "found";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Asking<Integer, String> asking(OpenWindow open) {
        return open.fx(() ->
                open.window().desk().questions().on(Lane.ANALYSIS, "Looking for numbers", this::search, listener));
    }

    private static boolean shown(OpenWindow open) {
        return open.find("#working").isVisible();
    }

    @Test
    @DisplayName("says so in one quiet line, which can end it; nothing is there before and after")
    void cancelled() {
        try (OpenWindow open = OpenWindow.of(Fixtures.bowl())) {
            assertThat(shown(open)).isFalse();
            Asking<Integer, String> asking = asking(open);
            open.fx(() -> asking.ask(1));
            open.await("the line is there", () -> shown(open));
            assertThat(open.find("#working").lookupAll(".label"))
                    .filteredOn(Label.class::isInstance)
                    .anySatisfy(node -> assertThat(((Label) node).getText()).isEqualTo("Looking for numbers …"));
            open.click("#cancel-working");
            open.await("the line is gone", () -> !shown(open));
            found.countDown();
            open.settle();
            assertThat(open.fx(() -> List.copyOf(heard))).containsExactly("open");
        }
    }

    @Test
    @DisplayName("and goes wrong is told in one sentence")
    void fault() {
        try (OpenWindow open = OpenWindow.of(Fixtures.bowl())) {
            Asking<Integer, String> asking = asking(open);
            open.fx(() -> asking.ask(-1));
            open.await("the user is told", () -> heard.contains("open"));
            assertThat(open.text(".toast-warning"))
                    .isEqualTo("Looking for numbers did not work, through a mistake in this program"
                            + " (IllegalArgumentException: no such number).");
        }
    }
}
