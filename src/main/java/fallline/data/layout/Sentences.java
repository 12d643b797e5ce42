package fallline.data.layout;

import fallline.text.Quote;

/// How messages quote what stands in a file.
public final class Sentences {
    private Sentences() {}

    /// The text between quotes, on one line and cut.
    public static String quote(String text) {
        return Quote.of(text);
    }

    /// `1 column`, `2 columns`.
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
