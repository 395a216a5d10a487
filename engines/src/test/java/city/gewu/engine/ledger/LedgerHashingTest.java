package city.gewu.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LedgerHashingTest {

    private final Hashing hashing = Hashing.sha256();

    @Test
    void fieldsCannotLeanOverToEachOther() {
        var one = hashing.hash(new CanonicalBytes().text("ab").text("c"));
        var other = hashing.hash(new CanonicalBytes().text("a").text("bc"));

        assertThat(one).isNotEqualTo(other);
        assertThat(hashing.hash(new CanonicalBytes().text("")))
                .isNotEqualTo(hashing.hash(new CanonicalBytes().absent()));
        assertThat(hashing.hash(new CanonicalBytes().texts(List.of("a", "b"))))
                .isNotEqualTo(hashing.hash(new CanonicalBytes().texts(List.of("ab"))));
    }

    @Test
    void aRecordIsItsLengthsAndItsBytes() {
        assertThat(new CanonicalBytes().text("格").truth(true).absent().number(-2).toBytes())
                .containsExactly(
                        0, 0, 0, 3, 0xE6, 0xA0, 0xBC, //
                        0, 0, 0, 1, 1, //
                        0xFF, 0xFF, 0xFF, 0xFF, //
                        0, 0, 0, 8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE);
    }

    @Test
    void aLinkDependsOnAllThatCameBefore() {
        var event = new CanonicalBytes().text("filed");
        var state = hashing.hash(new CanonicalBytes().text("ACCEPTED"));
        var first = hashing.link(Hash.ZERO, event, state);

        assertThat(hashing.link(Hash.ZERO, event, state)).isEqualTo(first);
        assertThat(hashing.link(first, event, state)).isNotEqualTo(first);
        assertThat(hashing.link(Hash.ZERO, event, first)).isNotEqualTo(first);
    }

    @Test
    void anEmptyTreeIsTheHashOfNothing() {
        assertThat(new MerkleTree(hashing).root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void aDigestOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Hashing.named("SHA-1")).hasMessageContaining("(20)");
        assertThatThrownBy(() -> Hashing.named("SM9")).hasMessageContaining("(SM9)");
    }

    @Property(tries = 60)
    void everyLeafIsProvedAndNoOther(@ForAll @IntRange(min = 1, max = 70) int size) {
        var contents = new ArrayList<Hash>();
        var tree = new MerkleTree(hashing);
        for (int i = 0; i < size; i++) {
            var content = hashing.hash(new CanonicalBytes().number(i));
            contents.add(content);
            tree.add(content);
        }
        var stranger = hashing.hash(new CanonicalBytes().text("stranger"));
        for (int i = 0; i < size; i++) {
            var proof = MerkleTree.prove(hashing, contents, i);
            assertThat(proof.shows(hashing, contents.get(i), tree.root())).isTrue();
            assertThat(proof.shows(hashing, stranger, tree.root())).isFalse();
        }
    }
}
