package city.gewu.evidence.model;

import java.awt.Color;

/// A rectangle of a picture that nobody shall read (遮挡区域), in shares of its sides from the upper
/// left corner: a face, a number plate.
public record Blur(double x, double y, double w, double h) {

    private static final int MOST_BLOCKS = 6;
    private static final int LEAST_BLOCK = 12;

    public Blur {
        if (!(x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= 1.000001 && y + h <= 1.000001)) {
            throw new IllegalArgumentException(
                    "The rectangle (%s, %s, %s, %s) does not lie in the picture."
                            .formatted(x, y, w, h));
        }
    }

    /// Replaces what lies under the rectangle by few blocks of one colour each: at most six to a
    /// side, too few to guess a face or a sign from.
    public void over(Picture picture) {
        var image = picture.image();
        int left = (int) Math.floor(x * image.getWidth());
        int top = (int) Math.floor(y * image.getHeight());
        int right = Math.min(image.getWidth(), (int) Math.ceil((x + w) * image.getWidth()));
        int bottom = Math.min(image.getHeight(), (int) Math.ceil((y + h) * image.getHeight()));
        int block =
                Math.max(
                        LEAST_BLOCK,
                        (Math.max(right - left, bottom - top) + MOST_BLOCKS - 1) / MOST_BLOCKS);
        var draw = image.createGraphics();
        for (int at = top; at < bottom; at += block) {
            for (int from = left; from < right; from += block) {
                int width = Math.min(block, right - from);
                int height = Math.min(block, bottom - at);
                draw.setColor(mean(picture, from, at, width, height));
                draw.fillRect(from, at, width, height);
            }
        }
        draw.dispose();
    }

    private static Color mean(Picture picture, int left, int top, int width, int height) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int rgb = picture.image().getRGB(x, y);
                red += rgb >> 16 & 0xFF;
                green += rgb >> 8 & 0xFF;
                blue += rgb & 0xFF;
            }
        }
        int count = Math.max(1, width * height);
        return new Color((int) (red / count), (int) (green / count), (int) (blue / count));
    }
}
