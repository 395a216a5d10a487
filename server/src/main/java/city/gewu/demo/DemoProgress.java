package city.gewu.demo;

/// How far the demo city is (进度).
///
/// @param done out of `total`, in the stage
public record DemoProgress(Stage stage, int done, int total) {

    /// What is being made.
    public enum Stage {
        TERRITORY,
        PEOPLE,
        PHOTOS,
        CASES
    }
}
