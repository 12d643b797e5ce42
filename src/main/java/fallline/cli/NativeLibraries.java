package fallline.cli;

/// The native libraries that a window on Linux needs.
interface NativeLibraries {
    /// Whether the library can be loaded.
    boolean has(String library);

    /// Whether the X server that the environment names can be talked to.
    boolean reachXServer();
}
