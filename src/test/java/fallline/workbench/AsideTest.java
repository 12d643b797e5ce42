package fallline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.Fixtures;
import fallline.experiment.Experiment;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An experiment that is laid aside for a guest")
class AsideTest {
    private final Queue<Runnable> workers = new ArrayDeque<>();
    private final Queue<Runnable> own = new ArrayDeque<>();
    private final Experiment mine = Fixtures.bowl();
    private final Experiment guest = Fixtures.line();
    private final Workbench bench =
            new Workbench(mine, ViewState.initial(mine), new TaskResolver(Fixtures.CATALOGUE), workers::add, own::add);

    private void work() {
        while (!workers.isEmpty() || !own.isEmpty()) {
            (workers.isEmpty() ? own : workers).remove().run();
        }
    }

    @Test
    @DisplayName("comes back with its document, its view and its whole history, computed as it was")
    void comesBack() {
        Experiment edited = mine.withSteps(50);
        bench.edit(edited);
        work();
        bench.look(bench.view().withPlayhead(7));
        Document document = bench.document();
        ViewState view = bench.view();
        Aside aside = bench.visit(guest, ViewState.initial(guest));
        work();
        bench.edit(guest.withSteps(9));
        bench.bringBack(aside);
        assertThat(bench.experiment()).isSameAs(edited);
        assertThat(bench.document()).isSameAs(document);
        assertThat(bench.view()).isEqualTo(view);
        assertThat(bench.scene().settled())
                .as("nothing is to be computed again")
                .isTrue();
        bench.undo();
        assertThat(bench.experiment()).isSameAs(mine);
        bench.redo();
        assertThat(bench.experiment()).isSameAs(edited);
    }

    @Test
    @DisplayName("is out of reach of undo meanwhile; the guest has a history of its own, and it comes back, too")
    void ownHistory() {
        bench.edit(mine.withSteps(50));
        Aside aside = bench.visit(guest, ViewState.initial(guest));
        assertThat(bench.document().isGuest()).isTrue();
        assertThat(bench.canUndo()).isFalse();
        bench.edit(guest.withSteps(9));
        assertThat(bench.canUndo()).isTrue();
        Aside visited = bench.bringBack(aside);
        assertThat(bench.document().isGuest()).isFalse();
        bench.bringBack(visited);
        assertThat(bench.experiment().steps()).isEqualTo(9);
        bench.undo();
        assertThat(bench.experiment()).isSameAs(guest);
        assertThat(bench.canUndo()).isFalse();
    }

    @Test
    @DisplayName("what was still being computed is computed when it is back")
    void stillComputing() {
        Aside aside = bench.visit(guest, ViewState.initial(guest));
        bench.bringBack(aside);
        assertThat(bench.scene().settled()).isFalse();
        work();
        assertThat(bench.scene().settled()).isTrue();
        assertThat(bench.scene().chosenTrace().orElseThrow().parameter(1, 0)).isEqualTo(16);
    }

    @Test
    @DisplayName("hears nothing of a guest's run of the same name, whose news were on their way when it came back")
    void lateNews() {
        work();
        Aside aside = bench.visit(guest, ViewState.initial(guest));
        while (!workers.isEmpty()) {
            workers.remove().run();
        }
        bench.bringBack(aside);
        work();
        assertThat(guest.runs().getFirst().name())
                .isEqualTo(bench.scene().chosen().name());
        assertThat(bench.scene().settled()).isTrue();
        assertThat(bench.scene().chosenTrace().orElseThrow().parameter(1, 0)).isEqualTo(16);
    }

    @Test
    @DisplayName("is the document that a new one is not: what is opened meanwhile is no guest")
    void opened() {
        bench.visit(guest, ViewState.initial(guest));
        bench.open(mine);
        assertThat(bench.document().isGuest()).isFalse();
    }
}
