package city.gewu;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTest {

    static final ApplicationModules MODULES =
            ApplicationModules.of(
                    GewuApplication.class,
                    JavaClass.Predicates.resideInAPackage("city.gewu.engine.."));

    @Test
    void modulesKnowOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void everyModuleDeclaresWhomItKnows() {
        assertThat(MODULES.stream())
                .isNotEmpty()
                .allSatisfy(module ->
                        assertThat(module.getBasePackage().findAnnotation(ApplicationModule.class))
                                .as(module.getIdentifier().toString())
                                .isPresent());
    }

    @Test
    void drawsTheModules() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeModuleCanvases();
    }
}
