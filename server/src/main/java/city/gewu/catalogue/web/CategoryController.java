package city.gewu.catalogue.web;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.model.SchemeFile;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The categories in force with what files and closes a case.
@RestController
@Needs(Right.BASICS)
class CategoryController {

    private final Catalogue catalogue;

    CategoryController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/categories")
    List<MinorCategory> listCategories() {
        return catalogue.listCategories();
    }

    /// The scheme in force as the file it can be imported from again.
    @GetMapping(value = "/api/catalogue/scheme.csv", produces = "text/csv;charset=UTF-8")
    String exportScheme() {
        return SchemeFile.write(catalogue.listCategories());
    }
}
