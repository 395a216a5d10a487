package city.gewu.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetSceneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waste", "stall", "car", "bike", "poster", "green", "road", "site", "lamp", "water",
                "cover"
            })
    void aPhotoIsSmallAndShowsWhetherTheProblemIsStillThere(String scene) throws IOException {
        var before = StreetScene.draw(scene, 3, true);
        var after = StreetScene.draw(scene, 3, false);
        assertThat(before).hasSizeLessThan(30_000).isNotEqualTo(after);
        assertThat(StreetScene.draw(scene, 3, true)).isEqualTo(before);
        assertThat(ImageIO.read(new ByteArrayInputStream(before)).getWidth()).isEqualTo(480);
    }
}
