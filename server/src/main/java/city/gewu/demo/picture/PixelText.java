package city.gewu.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Map;

/// Letters drawn as squares, since a machine without a screen may have no font at all.
final class PixelText {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 7;

    /// Rows of five dots from top to bottom, each row a number from 0 to 31.
    private static final Map<Character, int[]> LETTERS =
            Map.ofEntries(
                    Map.entry('0', new int[] {14, 17, 19, 21, 25, 17, 14}),
                    Map.entry('1', new int[] {4, 12, 4, 4, 4, 4, 14}),
                    Map.entry('2', new int[] {14, 17, 1, 6, 8, 16, 31}),
                    Map.entry('3', new int[] {30, 1, 1, 14, 1, 1, 30}),
                    Map.entry('4', new int[] {2, 6, 10, 18, 31, 2, 2}),
                    Map.entry('5', new int[] {31, 16, 30, 1, 1, 17, 14}),
                    Map.entry('6', new int[] {6, 8, 16, 30, 17, 17, 14}),
                    Map.entry('7', new int[] {31, 1, 2, 4, 8, 8, 8}),
                    Map.entry('8', new int[] {14, 17, 17, 14, 17, 17, 14}),
                    Map.entry('9', new int[] {14, 17, 17, 15, 1, 2, 12}),
                    Map.entry('D', new int[] {30, 17, 17, 17, 17, 17, 30}),
                    Map.entry('E', new int[] {31, 16, 16, 30, 16, 16, 31}),
                    Map.entry('M', new int[] {17, 27, 21, 21, 17, 17, 17}),
                    Map.entry('O', new int[] {14, 17, 17, 17, 17, 17, 14}));

    private PixelText() {}

    static void draw(Graphics2D to, String text, int x, int y, int dot) {
        to.setColor(new Color(20, 28, 34, 150));
        to.fillRect(
                x - 2 * dot,
                y - 2 * dot,
                (text.length() * (WIDTH + 1) + 3) * dot,
                (HEIGHT + 4) * dot);
        to.setColor(Color.WHITE);
        for (int i = 0; i < text.length(); i++) {
            int[] rows = LETTERS.getOrDefault(text.charAt(i), new int[HEIGHT]);
            for (int row = 0; row < HEIGHT; row++) {
                for (int column = 0; column < WIDTH; column++) {
                    if ((rows[row] >> (WIDTH - 1 - column) & 1) == 1) {
                        to.fillRect(x + (i * (WIDTH + 1) + column) * dot, y + row * dot, dot, dot);
                    }
                }
            }
        }
    }
}
