package fallline.export.film.stream;

/// The level of H.264 whose decoders have room for a picture: ITU-T H.264, table A-1.
public final class H264Level {
    private static final int MACROBLOCK = 16;

    /// Most macroblocks of a frame, and the level.
    private static final int[][] LEVELS = {{1620, 30}, {3600, 31}, {8192, 40}, {22080, 50}, {36864, 51}};

    private H264Level() {}

    /// Ten times the level: 40 for 4.
    public static int of(int width, int height) {
        int blocks = (Yuv420.up(width, MACROBLOCK) / MACROBLOCK) * (Yuv420.up(height, MACROBLOCK) / MACROBLOCK);
        for (int[] level : LEVELS) {
            if (blocks <= level[0]) {
                return level[1];
            }
        }
        return LEVELS[LEVELS.length - 1][1];
    }
}
