package fallline.lesson.state;

/// `rate = 1.1`: a setting and what it becomes.
///
/// @param begin the offset of the name in the script's line, for messages
/// @param end the offset behind the value
public record Assignment(String name, String value, int begin, int end) {}
