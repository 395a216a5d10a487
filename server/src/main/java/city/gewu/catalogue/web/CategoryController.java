package city.gewu.catalogue.web;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
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
}
