package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The Python that exported scripts are put together from is itself Python.
class PythonRuntimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"runtime.py", "numpy_runtime.py", "torch_runtime.py"})
    @DisplayName("compiles as it stands")
    void compiles(String name, @TempDir Path folder) throws IOException {
        var python = Python.with();
        assumeTrue(python.isPresent(), "there is no python3 on this machine");
        Path copy = folder.resolve(name);
        Files.copy(Path.of("assets/python", name), copy);

        assertThat(python.orElseThrow().succeeds("-m", "py_compile", copy.toString()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runtime", "numpy_runtime", "torch_runtime"})
    @DisplayName("runs as it stands, where its library is")
    void runs(String name) {
        String[] library = name.equals("runtime") ? new String[0] : new String[] {name.split("_", -1)[0]};
        var python = Python.with(library);
        assumeTrue(python.isPresent(), "there is no python3 with the library of " + name + " on this machine");

        // -B: nothing is written beside the sources
        assertThat(python.orElseThrow()
                        .succeeds("-B", "-c", "import sys; sys.path.insert(0, 'assets/python'); import " + name))
                .isTrue();
    }
}
