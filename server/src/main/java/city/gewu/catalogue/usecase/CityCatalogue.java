package city.gewu.catalogue.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.platform.LaidDown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The scheme in force, and those before it.
@Component
class CityCatalogue implements Catalogue {

    private final SchemeMemory schemes;
    private final LayDownScheme layDown;
    private final SchemeDrafts drafts;

    CityCatalogue(SchemeMemory schemes, LayDownScheme layDown, SchemeDrafts drafts) {
        this.schemes = schemes;
        this.layDown = layDown;
        this.drafts = drafts;
    }

    @Override
    public Optional<String> findVersion() {
        return schemes.findVersion();
    }

    @Override
    public List<MinorCategory> listCategories() {
        return schemes.findInForce().map(SchemeMemory.Scheme::all).orElse(List.of());
    }

    @Override
    public Optional<MinorCategory> findCategory(String code) {
        return schemes.findInForce().flatMap(scheme -> scheme.find(code));
    }

    @Override
    public Optional<MinorCategory> findCategory(String code, Instant at) {
        var all = schemes.listLaidDown();
        return LaidDown.findInForce(all, at)
                .or(() -> all.stream().min(Comparator.comparing(LaidDown::since)))
                .map(one -> schemes.get(one.version()))
                .flatMap(scheme -> scheme.find(code));
    }

    @Override
    public Optional<MinorCategory> findKnown(String code) {
        return findCategory(code).or(() -> findEnded(code));
    }

    /// As the last scheme has it that knows it.
    private Optional<MinorCategory> findEnded(String code) {
        return schemes.listLaidDown().reversed().stream()
                .flatMap(one -> schemes.get(one.version()).find(code).stream())
                .findFirst();
    }

    @Override
    public void importScheme(String version, String file, InputStream csv) {
        layDown.importFile(version, file, readAll(csv));
    }

    @Override
    public void ask(Map<String, List<Question>> questions, String reason, String author) {
        var inForce = listCategories();
        var asking =
                inForce.stream()
                        .map(one -> one.asking(questions.getOrDefault(one.code(), one.questions())))
                        .toList();
        if (asking.equals(inForce)) {
            return;
        }
        int edition = drafts.get(author).draft().edition();
        var draft = drafts.change(author, edition, asking).draft();
        long last = schemes.listLaidDown().getLast().number();
        layDown.layDown(
                new LayDownScheme.Act(draft.edition(), last, Optional.empty(), reason, author));
    }

    private static byte[] readAll(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
