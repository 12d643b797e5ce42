package fallline.file.user;

/// How pictures and films were last exported.
///
/// @param view the id of the view: `loss`
/// @param ending of the file's name: `png`
/// @param paper how large it is
/// @param width in the paper's unit
/// @param height in the paper's unit
/// @param dpi dots an inch, where the unit is centimetres
/// @param type the size of ordinary words: points where the unit is centimetres, else pixels
/// @param theme the name of the theme: `print`
/// @param transparent whether the ground is transparent, where the form allows that
/// @param caption whether problem, start, seed, optimizers and rates stand on it
/// @param outlines whether an SVG's words are outlines
/// @param film what a film has besides
public record ExportLikes(
        String view,
        String ending,
        Paper paper,
        double width,
        double height,
        double dpi,
        double type,
        String theme,
        boolean transparent,
        boolean caption,
        boolean outlines,
        FilmLikes film) {
    private static final double LEAST = 0.1;
    private static final double MOST = 20_000;

    /// The sizes that have names, and those of one's own.
    public enum Paper {
        VIEW("As the view, twice as fine", false, 0, 0, 0, 24),
        SLIDE("Slide 16 : 9", false, 1920, 1080, 0, 28),
        COLUMN("Paper column, 8.5 cm", true, 8.5, 6, 300, 8),
        POSTER("Poster, 60 × 40 cm", true, 60, 40, 150, 36),
        PIXELS("Own size in pixels", false, 1200, 800, 0, 18),
        CENTIMETRES("Own size in centimetres", true, 16, 10, 300, 10);

        private final String words;
        private final boolean metric;
        private final double width;
        private final double height;
        private final double dpi;
        private final double type;

        Paper(String words, boolean metric, double width, double height, double dpi, double type) {
            this.words = words;
            this.metric = metric;
            this.width = width;
            this.height = height;
            this.dpi = dpi;
            this.type = type;
        }

        /// As in a list.
        public String words() {
            return words;
        }

        /// Whether its unit is the centimetre.
        public boolean metric() {
            return metric;
        }
    }

    /// What a film has besides.
    ///
    /// @param from the first step
    /// @param to the last step; −1 for the last of all
    /// @param fps frames a second
    /// @param every steps a frame; 0 for at most 300 frames
    /// @param byDistance whether the paths move equally far from frame to frame
    /// @param hold seconds of rest at the ends
    /// @param orbit degrees by which a solid turns
    /// @param sweep whether the learning rate goes from one value to another instead of time
    /// @param sweepFrom the first rate
    /// @param sweepTo the last rate
    public record FilmLikes(
            int from,
            int to,
            double fps,
            int every,
            boolean byDistance,
            double hold,
            double orbit,
            boolean sweep,
            double sweepFrom,
            double sweepTo) {
        public static final FilmLikes USUAL = new FilmLikes(0, -1, 25, 0, false, 0, 0, false, 0.01, 1.1);
    }

    /// Those of a new user.
    public static final ExportLikes USUAL = new ExportLikes(
                    "loss", "png", Paper.VIEW, 0, 0, 0, 0, "print", false, true, true, FilmLikes.USUAL)
            .withPaper(Paper.VIEW);

    /// Brings numbers into their ranges.
    public ExportLikes {
        width = usable(width) ? width : paper.width;
        height = usable(height) ? height : paper.height;
        dpi = usable(dpi) ? dpi : Math.max(paper.dpi, 0);
        type = usable(type) ? type : paper.type;
    }

    private static boolean usable(double number) {
        return number >= LEAST && number <= MOST;
    }

    public ExportLikes withView(String other) {
        return new ExportLikes(
                other, ending, paper, width, height, dpi, type, theme, transparent, caption, outlines, film);
    }

    public ExportLikes withEnding(String other) {
        return new ExportLikes(
                view, other, paper, width, height, dpi, type, theme, transparent, caption, outlines, film);
    }

    /// With a paper of its usual size, fineness and type.
    public ExportLikes withPaper(Paper other) {
        return new ExportLikes(
                view,
                ending,
                other,
                other.width,
                other.height,
                other.dpi,
                other.type,
                theme,
                transparent,
                caption,
                outlines,
                film);
    }

    /// @param dots an inch
    /// @param words the size of type
    public ExportLikes withSize(double across, double down, double dots, double words) {
        return new ExportLikes(
                view, ending, paper, across, down, dots, words, theme, transparent, caption, outlines, film);
    }

    public ExportLikes withTheme(String other) {
        return new ExportLikes(
                view, ending, paper, width, height, dpi, type, other, transparent, caption, outlines, film);
    }

    public ExportLikes withTransparent(boolean on) {
        return new ExportLikes(view, ending, paper, width, height, dpi, type, theme, on, caption, outlines, film);
    }

    public ExportLikes withCaption(boolean on) {
        return new ExportLikes(view, ending, paper, width, height, dpi, type, theme, transparent, on, outlines, film);
    }

    public ExportLikes withOutlines(boolean on) {
        return new ExportLikes(view, ending, paper, width, height, dpi, type, theme, transparent, caption, on, film);
    }

    public ExportLikes withFilm(FilmLikes other) {
        return new ExportLikes(
                view, ending, paper, width, height, dpi, type, theme, transparent, caption, outlines, other);
    }
}
