package city.gewu.evidence.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A perceptual hash of 64 bits (感知哈希): pictures that look alike have hashes that differ in few
/// bits. It is the sign of the 64 lowest frequencies of the grey picture at 32 × 32 against their
/// median, so that brightness, size and coding hardly touch it.
public record Likeness(long bits) {

    private static final int SIDE = 32;
    private static final int LOW = 8;
    private static final int BANDS = 4;
    private static final int BAND_BITS = 16;

    public static Likeness of(Picture picture) {
        double[][] grey = grey(picture);
        double[] waves = new double[LOW * LOW];
        for (int v = 0; v < LOW; v++) {
            for (int u = 0; u < LOW; u++) {
                // One step off the constant term, which is brightness alone.
                waves[v * LOW + u] = wave(grey, u + 1, v + 1);
            }
        }
        double[] sorted = waves.clone();
        Arrays.sort(sorted);
        double median = (sorted[31] + sorted[32]) / 2;
        long bits = 0;
        for (int i = 0; i < waves.length; i++) {
            bits = (bits << 1) | (waves[i] > median ? 1 : 0);
        }
        return new Likeness(bits);
    }

    private static double[][] grey(Picture picture) {
        var small = picture.scaled(SIDE, SIDE).image();
        double[][] grey = new double[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int rgb = small.getRGB(x, y);
                grey[y][x] =
                        0.299 * (rgb >> 16 & 0xFF)
                                + 0.587 * (rgb >> 8 & 0xFF)
                                + 0.114 * (rgb & 0xFF);
            }
        }
        return grey;
    }

    private static double wave(double[][] grey, int u, int v) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            double across = 0;
            for (int x = 0; x < SIDE; x++) {
                across += grey[y][x] * Math.cos((2 * x + 1) * u * Math.PI / (2 * SIDE));
            }
            sum += across * Math.cos((2 * y + 1) * v * Math.PI / (2 * SIDE));
        }
        return sum;
    }

    public int distance(Likeness other) {
        return Long.bitCount(bits ^ other.bits);
    }

    /// The four bands of 16 bits, highest first. Two hashes that differ in at most `d` bits differ
    /// in at most `d / 4` bits in one of the bands.
    public int[] bands() {
        return IntStream.range(0, BANDS).map(this::band).toArray();
    }

    private int band(int number) {
        return (int) (bits >>> (BAND_BITS * (BANDS - 1 - number))) & 0xFFFF;
    }

    /// Every value that a band of a hash at most `distance` bits away can have in the band that is
    /// nearest, by band.
    public int[][] bandsWithin(int distance) {
        int apart = distance / BANDS;
        return Arrays.stream(bands())
                .mapToObj(band ->
                        IntStream.rangeClosed(0, 0xFFFF)
                                .filter(it -> Integer.bitCount(it ^ band) <= apart)
                                .toArray())
                .toArray(int[][]::new);
    }
}
