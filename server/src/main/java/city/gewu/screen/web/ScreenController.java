package city.gewu.screen.web;

import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.screen.model.Screen;
import city.gewu.screen.usecase.CommandScreen;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Everything a command screen shows, in one answer.
@RestController
class ScreenController {

    private final CommandScreen screens;
    private final People people;

    ScreenController(CommandScreen screens, People people) {
        this.screens = screens;
        this.people = people;
    }

    @GetMapping("/api/screen")
    @Needs(Right.READ_SCREEN)
    Screen screen(@SignedIn Actor actor) {
        return screens.show(Scope.of(actor, people));
    }
}
