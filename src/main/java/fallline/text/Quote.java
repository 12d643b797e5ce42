package fallline.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Quotes what somebody wrote in a message: not more of it than can be read at a glance, on one line, and nothing that
/// a terminal would obey ([Printable]). Every message that repeats an input does it by this.
public final class Quote {
    /// The most characters of an input that a message repeats.
    public static final int LONGEST = 60;

    /// A list of names goes on until it has so many characters.
    private static final int LONGEST_LIST = 240;

    private Quote() {}

    /// The text in quotes, cut to [#LONGEST] characters: `'lr = 0.1'`.
    public static String of(String text) {
        return "'" + shortened(text) + "'";
    }

    /// The text itself, cut to [#LONGEST] characters, the last of which is then `…`.
    public static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    /// The text itself, cut to `most` characters, the last of which is then `…`.
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return Printable.of(text);
        }
        int end = most - 1;
        return Printable.of(text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)) + "…";
    }

    /// Where a file is. Of a long path the end is shown, behind a `…`: it holds the name.
    public static String path(Path file) {
        String text = file.toString();
        if (text.length() <= LONGEST) {
            return Printable.of(text);
        }
        int begin = text.length() - LONGEST + 1;
        return "…" + Printable.of(text.substring(Character.isLowSurrogate(text.charAt(begin)) ? begin + 1 : begin));
    }

    /// Names one after the other, each cut; of a long list the beginning, and how many more there are.
    public static String list(Collection<String> names) {
        List<String> shown = new ArrayList<>();
        int length = 0;
        for (String name : names) {
            String next = shortened(name);
            length += next.length();
            if (!shown.isEmpty() && length > LONGEST_LIST) {
                return String.join(", ", shown) + " and " + (names.size() - shown.size()) + " more";
            }
            shown.add(next);
        }
        return String.join(", ", shown);
    }
}
