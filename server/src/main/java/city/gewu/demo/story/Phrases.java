package city.gewu.demo.story;

import city.gewu.demo.book.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What people of the field write into a case: notes, reasons, answers.
final class Phrases {

    private final Map<String, List<String>> texts = new HashMap<>();

    Phrases() {
        Table.read("plan/phrases.csv")
                .forEach(row ->
                        texts.computeIfAbsent(row.getField("use"), _ -> new ArrayList<>())
                                .add(row.getField("text")));
    }

    String pick(Random random, String use) {
        return Dice.pick(random, texts.getOrDefault(use, List.of(use)));
    }
}
