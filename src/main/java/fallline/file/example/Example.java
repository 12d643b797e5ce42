package fallline.file.example;

/// An experiment that comes with the program.
///
/// @param id the name of its file without the ending
/// @param title as in a menu
/// @param about one sentence
public record Example(String id, String title, String about) {
    /// The name of its file.
    public String file() {
        return id + ".fallline";
    }
}
