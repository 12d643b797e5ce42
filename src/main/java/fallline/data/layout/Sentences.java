package fallline.data.layout;

/// How messages quote what stands in a file.
public final class Sentences {
    private static final int LONGEST = 40;

    private Sentences() {}

    /// The text between quotes, on one line and cut after 40 characters.
    public static String quote(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return "'" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…") + "'";
    }

    /// `1 column`, `2 columns`.
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
