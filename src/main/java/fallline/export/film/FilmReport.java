package fallline.export.film;

import java.util.List;

/// What became of a film.
///
/// @param frames how many it has, those that are held counted once
/// @param fps frames a second as the file says them; a GIF counts in hundredths of a second
/// @param notes what the user may not expect, one sentence each: a size that was padded, a speed that was rounded
public record FilmReport(int frames, double fps, List<String> notes) {
    public FilmReport {
        notes = List.copyOf(notes);
    }
}
