package fallline.data.number;

import java.util.Optional;

/// What the rest of a file says about its decimal mark.
///
/// @param separator what parts its columns
/// @param decimal the decimal mark of the columns in which it is beyond doubt
/// @param example one of their numbers, and where it stands: `2.5 in column 'z'`
public record FileMarks(char separator, Optional<Character> decimal, String example) {
    /// Of a file of which nothing is known.
    public static final FileMarks UNKNOWN = new FileMarks(',', Optional.empty(), "");
}
