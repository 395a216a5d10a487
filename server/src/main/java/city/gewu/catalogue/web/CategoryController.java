package city.gewu.catalogue.web;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The categories in force with what files and closes a case.
@RestController
class CategoryController {

    private final Catalogue catalogue;

    CategoryController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/categories")
    List<MinorCategory> listCategories() {
        return catalogue.listCategories();
    }
}
