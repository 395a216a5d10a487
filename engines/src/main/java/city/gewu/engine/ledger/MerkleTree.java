package city.gewu.engine.ledger;

import java.util.ArrayList;
import java.util.List;

/// A Merkle tree as in RFC 6962, built leaf by leaf in memory that grows with the logarithm of
/// their number: leaves are hashed after a zero byte, nodes after a one, and the left subtree is
/// the largest full one.
public final class MerkleTree {

    private record Subtree(Hash root, long leaves) {}

    private final Hashing hashing;
    private final List<Subtree> subtrees = new ArrayList<>();
    private long leaves;

    public MerkleTree(Hashing hashing) {
        this.hashing = hashing;
    }

    public void add(Hash content) {
        var grown = new Subtree(hashing.leaf(content), 1);
        while (!subtrees.isEmpty() && subtrees.getLast().leaves() == grown.leaves()) {
            grown = join(subtrees.removeLast(), grown);
        }
        subtrees.add(grown);
        leaves++;
    }

    public long leaves() {
        return leaves;
    }

    /// The root over the leaves so far.
    public Hash root() {
        if (subtrees.isEmpty()) {
            return hashing.nothing();
        }
        var root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = join(subtrees.get(i), root);
        }
        return root.root();
    }

    private Subtree join(Subtree left, Subtree right) {
        return new Subtree(hashing.node(left.root(), right.root()), left.leaves() + right.leaves());
    }

    /// What shows that the leaf at `index` is one of `contents`: the neighbours on its way up.
    public static InclusionProof prove(Hashing hashing, List<Hash> contents, int index) {
        if (index < 0 || index >= contents.size()) {
            throw new IllegalArgumentException(
                    "There is no leaf (%d) among (%d).".formatted(index, contents.size()));
        }
        var path = new ArrayList<InclusionProof.Step>();
        collect(hashing, contents, index, path);
        return new InclusionProof(path);
    }

    private static void collect(
            Hashing hashing, List<Hash> contents, int index, List<InclusionProof.Step> path) {
        if (contents.size() == 1) {
            return;
        }
        int split = Integer.highestOneBit(contents.size() - 1);
        var left = contents.subList(0, split);
        var right = contents.subList(split, contents.size());
        if (index < split) {
            collect(hashing, left, index, path);
            path.add(new InclusionProof.Step(root(hashing, right), false));
        } else {
            collect(hashing, right, index - split, path);
            path.add(new InclusionProof.Step(root(hashing, left), true));
        }
    }

    private static Hash root(Hashing hashing, List<Hash> contents) {
        var tree = new MerkleTree(hashing);
        contents.forEach(tree::add);
        return tree.root();
    }

    /// The neighbours from a leaf up to the root.
    public record InclusionProof(List<Step> path) {

        public InclusionProof {
            path = List.copyOf(path);
        }

        /// @param left whether the neighbour stands on the left
        public record Step(Hash neighbour, boolean left) {}

        /// Whether `content` is a leaf of the tree with this root.
        public boolean shows(Hashing hashing, Hash content, Hash root) {
            var hash = hashing.leaf(content);
            for (var step : path) {
                hash =
                        step.left()
                                ? hashing.node(step.neighbour(), hash)
                                : hashing.node(hash, step.neighbour());
            }
            return hash.equals(root);
        }
    }
}
