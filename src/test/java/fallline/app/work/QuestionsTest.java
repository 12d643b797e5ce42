package fallline.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.io.FileException;
import fallline.io.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A question")
class QuestionsTest {
    private final Queue<Runnable> lane = new ArrayDeque<>();
    private final Queue<Runnable> own = new ArrayDeque<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<String> warned = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Working working = new Working();
    private final Path log;
    private final Questions questions;

    QuestionsTest(@TempDir Path folder) {
        log = folder.resolve("fallline.log");
        questions = new Questions(
                _ -> lane::add,
                own::add,
                new Patience(later::add, working),
                new Failures(warned::add, own::add, Optional.of(new LogFile(log))));
    }

    private final Answered<Integer, String> listener = new Answered<>() {
        @Override
        public void answered(Integer question, String answer) {
            heard.add(question + " is " + answer);
        }

        @Override
        public void unanswered(Integer question) {
            heard.add(question + " is open");
        }
    };

    private static void all(Queue<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    private Asking<Integer, String> asking(Function<Integer, String> answer) {
        return questions.on(Lane.ANALYSIS, "Counting", answer, listener);
    }

    @Test
    @DisplayName("that is asked many times before the lane is free is answered once, the newest")
    void newest() {
        List<Integer> answered = new ArrayList<>();
        Asking<Integer, String> asking = asking(question -> {
            answered.add(question);
            return "odd";
        });
        for (int i = 0; i < 100; i++) {
            asking.ask(i);
        }
        all(lane);
        all(own);
        assertThat(answered).containsExactly(99);
        assertThat(heard).containsExactly("99 is odd");
        assertThat(asking.waits()).isFalse();
    }

    @Test
    @DisplayName("that another one has overtaken is told so while it is answered, and its answer is dropped")
    void stale() {
        List<Boolean> cancelled = new ArrayList<>();
        List<Asking<Integer, String>> self = new ArrayList<>();
        self.add(questions.on(
                Lane.ANALYSIS,
                "Counting",
                (Integer question, BooleanSupplier overtaken) -> {
                    if (question == 1) {
                        self.getFirst().ask(2);
                    }
                    cancelled.add(overtaken.getAsBoolean());
                    return "even";
                },
                listener));
        self.getFirst().ask(1);
        all(lane);
        all(own);
        assertThat(cancelled).containsExactly(true, false);
        assertThat(heard).containsExactly("2 is even");
    }

    @Test
    @DisplayName("that follows something that moves gets the answers on the way too")
    void following() {
        Asking<Integer, String> asking =
                questions.following(Lane.ANALYSIS, "Counting", (Integer _) -> "here", listener);
        asking.ask(1);
        lane.remove().run();
        asking.ask(2);
        all(own);
        assertThat(heard).containsExactly("1 is here");
        all(lane);
        all(own);
        assertThat(heard).containsExactly("1 is here", "2 is here");
    }

    @Test
    @DisplayName("is not asked again while it is the same, and withdrawn when there is none")
    void follow() {
        Asking<Integer, String> asking = asking(_ -> "odd");
        assertThat(asking.follow(Optional.of(3))).isTrue();
        assertThat(asking.follow(Optional.of(3))).isFalse();
        assertThat(lane).hasSize(1);
        assertThat(asking.follow(Optional.empty())).isTrue();
        all(lane);
        all(own);
        assertThat(heard).isEmpty();
    }

    @Test
    @DisplayName("shows after a while that it is worked on, until it is answered")
    void slow() {
        Asking<Integer, String> asking = asking(_ -> "odd");
        asking.ask(1);
        assertThat(working.pieces()).isEmpty();
        all(later);
        assertThat(working.pieces()).extracting(Working.Piece::doing).containsExactly("Counting");
        all(lane);
        all(own);
        assertThat(working.pieces()).isEmpty();
    }

    @Test
    @DisplayName("that is answered soon shows nothing")
    void quick() {
        asking(_ -> "odd").ask(1);
        all(lane);
        all(own);
        all(later);
        assertThat(working.pieces()).isEmpty();
    }

    @Test
    @DisplayName("that the user cancels is left open, whatever comes of it, and the next is answered")
    void cancelled() {
        Asking<Integer, String> asking = asking(_ -> "odd");
        asking.ask(1);
        all(later);
        working.pieces().getFirst().cancel().orElseThrow().run();
        assertThat(heard).containsExactly("1 is open");
        assertThat(working.pieces()).isEmpty();
        all(lane);
        all(own);
        asking.ask(5);
        all(lane);
        all(own);
        assertThat(heard).containsExactly("1 is open", "5 is odd");
    }

    @Test
    @DisplayName("that goes wrong is told in one sentence, kept with its trace, and the lane lives on")
    void fault() throws IOException {
        Asking<Integer, String> asking = asking(question -> {
            if (question == 1) {
                throw new IllegalStateException("no such number");
            }
            if (question == 2) {
                throw new StackOverflowError();
            }
            return "odd";
        });
        for (int i = 1; i <= 3; i++) {
            asking.ask(i);
            all(lane);
            all(own);
        }
        assertThat(heard).containsExactly("1 is open", "2 is open", "3 is odd");
        assertThat(warned)
                .containsExactly(
                        "Counting did not work, through a mistake in this program (IllegalStateException: no such"
                                + " number). The details are in " + log + ".",
                        "Counting did not work, through a mistake in this program (StackOverflowError). The details are"
                                + " in " + log + ".");
        assertThat(Files.readString(log))
                .contains("Counting", "java.lang.IllegalStateException: no such number", "at fallline.app.work.Asking");
    }

    @Test
    @DisplayName("that fails for a file says what the file's sentence says, and keeps no trace")
    void expected() {
        asking(_ -> {
                    throw new FileException("bowl.json: it is a folder.");
                })
                .ask(1);
        all(lane);
        all(own);
        assertThat(warned).hasSize(1).allSatisfy(sentence -> assertThat(sentence)
                .isEqualTo("bowl.json: it is a folder."));
        assertThat(log).doesNotExist();
    }

    @Test
    @DisplayName("is answered before asking returns where nothing is done beside the thread")
    void inline() {
        Questions inline = new Questions(
                _ -> Runnable::run,
                Runnable::run,
                new Patience(later::add, working),
                new Failures(warned::add, Runnable::run, Optional.empty()));
        inline.on(Lane.TYPING, "Counting", (Integer _) -> "odd", listener).ask(7);
        assertThat(heard).containsExactly("7 is odd");
    }
}
