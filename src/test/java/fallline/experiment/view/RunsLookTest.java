package fallline.experiment.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Which runs are looked at")
class RunsLookTest {
    private static final List<String> ALL = List.of("a", "b", "c");

    @Test
    @DisplayName("is one alone, then another alone, then all that were drawn before")
    void solo() {
        RunsLook look = new RunsLook("a", Set.of("c"));
        RunsLook b = look.withSolo("b", ALL);
        assertThat(b.hidden()).containsExactly("a", "c");
        assertThat(b.chosen()).isEqualTo("b");
        RunsLook a = b.withSolo("a", ALL);
        assertThat(a.hidden()).containsExactly("b", "c");
        assertThat(a.withSolo("a", ALL).hidden()).containsExactly("c");
    }

    @Test
    @DisplayName("shows all again where nobody knows what was drawn before, and always the run itself")
    void unknown() {
        assertThat(new RunsLook("a", Set.of("b", "c")).withSolo("a", ALL).hidden())
                .isEmpty();
        RunsLook hidden = new RunsLook("a", Set.of("b"));
        assertThat(hidden.withSolo("b", ALL).withSolo("b", ALL).hidden()).isEmpty();
    }

    @Test
    @DisplayName("is no solo any more when an eye was clicked, or where there is one run")
    void toggled() {
        RunsLook look = new RunsLook("a", Set.of()).withSolo("a", ALL).withToggled("b");
        assertThat(look.isSolo("a", ALL)).isFalse();
        assertThat(look.before()).isEmpty();
        assertThat(new RunsLook("a", Set.of()).isSolo("a", List.of("a"))).isFalse();
    }
}
