package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.controls.ArrowGroup;
import fallline.app.shell.Shell;
import fallline.experiment.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyboardFeatureTest {
    static Stream<Arguments> experiments() {
        return Stream.of(
                Arguments.of("one parameter", Trial.square()),
                Arguments.of("four runs", Trial.valley()),
                Arguments.of("four parameters", Trial.four()),
                Arguments.of("data", Fixtures.line()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    @DisplayName("Tab, and arrows within groups, reach everything in reading order; Shift and Tab the same way back")
    void everythingIsReached(String name, Experiment experiment) {
        try (OpenWindow open = OpenWindow.of(Trial.furnished(experiment))) {
            List<String> faults = open.fx(() -> faults(open));
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> faults(OpenWindow open) {
        Scene scene = open.stage().getScene();
        List<String> faults = new ArrayList<>();
        scene.getRoot().requestFocus();
        List<Node> usable = KeyboardWalk.usable(scene.getRoot());
        KeyboardWalk on = KeyboardWalk.of(scene, false);
        usable.stream()
                .filter(node -> !on.reached().contains(node))
                .filter(node -> !isOfAnotherRun(node))
                .forEach(node -> faults.add("not reached: " + KeyboardWalk.name(node)));
        Shell shell = (Shell) scene.getRoot();
        List<Integer> order =
                on.stops().stream().map(stop -> region(shell.regions(), stop)).toList();
        if (!order.equals(order.stream().sorted().toList())) {
            faults.add("out of order: " + order + " " + KeyboardWalk.names(on.stops()));
        }
        if (on.stops().size() > 70) {
            faults.add("a long way: " + KeyboardWalk.names(on.stops()));
        }
        faults.addAll(namesakes(scene.getRoot(), on.reached()));
        scene.getRoot().requestFocus();
        KeyboardWalk back = KeyboardWalk.of(scene, true);
        List<Object> there = places(on.stops());
        List<Object> andBack = places(back.stops()).reversed();
        if (!there.equals(andBack)) {
            faults.add("not the same way back: " + KeyboardWalk.names(on.stops()) + " / "
                    + KeyboardWalk.names(back.stops().reversed()));
        }
        return faults;
    }

    /// Whatever has the keyboard must be called something, and not the same as its neighbour.
    private static List<String> namesakes(Node root, Iterable<Node> reached) {
        List<String> faults = new ArrayList<>();
        List<Object> before = List.of();
        for (Node node : reached) {
            String called = KeyboardWalk.called(root, node);
            if (called.isEmpty()) {
                faults.add("without a name: " + KeyboardWalk.name(node));
            } else if (before.equals(List.of(called, node.getClass()))) {
                faults.add("called as the one before, " + called + ": " + KeyboardWalk.name(node));
            }
            before = List.of(called, node.getClass());
        }
        return faults;
    }

    /// The list of runs is one stop: arrows choose, and what belongs to the chosen one comes next.
    private static boolean isOfAnotherRun(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("run-row")) {
                return !at.isFocusTraversable();
            }
        }
        return false;
    }

    /// A group is one place, whichever of its members is the stop.
    private static List<Object> places(List<Node> stops) {
        return stops.stream()
                .map(stop -> ArrowGroup.of(stop).map(Object.class::cast).orElse(stop))
                .toList();
    }

    private static int region(List<Parent> regions, Node stop) {
        for (Node at = stop; at != null; at = at.getParent()) {
            if (regions.contains(at)) {
                return regions.indexOf(at);
            }
        }
        return regions.size();
    }
}
