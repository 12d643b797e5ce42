package fallline.lesson.state;

import java.util.Arrays;
import java.util.Optional;

/// Something that lessons call by a word, as docs/lessons.md lists it with what it is.
public interface Worded {
    /// As a lesson says it.
    String word();

    /// What it is, for people.
    String meaning();

    /// The one of `all` that is called so.
    static <T extends Worded> Optional<T> of(T[] all, String word) {
        return Arrays.stream(all).filter(one -> one.word().equals(word)).findFirst();
    }
}
