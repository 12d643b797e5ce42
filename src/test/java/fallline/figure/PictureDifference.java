package fallline.figure;

import java.awt.image.BufferedImage;

/// How far two pictures are apart for the eye: colours are compared in CIE L\*a\*b\* (1976, D65) after a blur of 3 × 3
/// pixels, so that another rasteriser's antialiasing is forgiven and a moved or missing thing is not.
///
/// @param sameSize whether they are equally large
/// @param seen share of the pixels that differ by more than ΔE 6, which the eye sees
/// @param strong number of pixels that differ by more than ΔE 20, which nobody overlooks
public record PictureDifference(boolean sameSize, double seen, int strong) {
    private static final double VISIBLE = 6;
    private static final double STRIKING = 20;
    private static final double FORGIVEN = 0.002;
    private static final int FEW = 24;

    public boolean unnoticeable() {
        return sameSize && seen <= FORGIVEN && strong <= FEW;
    }

    public static PictureDifference between(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        int height = one.getHeight();
        if (width != other.getWidth() || height != other.getHeight()) {
            return new PictureDifference(false, 1, width * height);
        }
        int seen = 0;
        int strong = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                double[] a = lab(blurred(one, x, y));
                double[] b = lab(blurred(other, x, y));
                double apart = Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
                seen += apart > VISIBLE ? 1 : 0;
                strong += apart > STRIKING ? 1 : 0;
            }
        }
        return new PictureDifference(true, seen / (double) (width * height), strong);
    }

    private static double square(double v) {
        return v * v;
    }

    private static double[] blurred(BufferedImage image, int x, int y) {
        double[] sum = new double[3];
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int rgb = image.getRGB(x + dx, y + dy);
                double weight = (2 - Math.abs(dx)) * (2 - Math.abs(dy)) / 16.0;
                sum[0] += weight * (rgb >> 16 & 255);
                sum[1] += weight * (rgb >> 8 & 255);
                sum[2] += weight * (rgb & 255);
            }
        }
        return sum;
    }

    private static double[] lab(double[] rgb) {
        double r = linear(rgb[0] / 255);
        double g = linear(rgb[1] / 255);
        double b = linear(rgb[2] / 255);
        double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
