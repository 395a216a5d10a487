package city.gewu.people.usecase;

import city.gewu.people.Post;
import city.gewu.people.StaffFigures;
import city.gewu.people.store.StaffFigureStore;
import city.gewu.platform.Named;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Figures of the staff, counted from the postings of the day.
@Component
class CountStaff implements StaffFigures {

    private static final String DUTY_GRID = "duty_grid";
    private static final Named OFFICERS =
            new Named(
                    "当日在岗的社区网格员人数（不含代理）",
                    "People who hold the post of a community grid officer on the day, deputies not"
                            + " counted");
    private static final Named IN_GRIDS =
            new Named(
                    "市局、区局及其所属单位当日在职人员中，任职于责任网格的比例（不含代理）",
                    "Of those who serve in the bureau, the district bureaus and their units on the"
                            + " day, the share posted to a duty grid, deputies not counted");

    private final StaffFigureStore counts;

    CountStaff(StaffFigureStore counts) {
        this.counts = counts;
    }

    @Override
    public List<Figure> listFigures(LocalDate on) {
        var force = counts.countForce(DUTY_GRID, on);
        return List.of(
                new Figure(
                        COMMUNITY_OFFICERS,
                        counts.countHolders(Post.COMMUNITY_GRID_OFFICER.name(), on),
                        1,
                        OFFICERS),
                new Figure(FORCE_IN_GRIDS, force.posted(), force.people(), IN_GRIDS));
    }
}
