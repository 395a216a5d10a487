package city.gewu.territory.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.engine.spatial.Coverage;
import city.gewu.engine.spatial.GroundArea;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.territory.TerritoryUnit;
import city.gewu.territory.model.DraftStep.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import org.assertj.core.data.Offset;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Whatever is drawn, the ground stays divided among the units, or a finding says where not.
class PartitionTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static final int SIDE = 4;

    private int taken;
    private int sound;
    private int faulty;

    @Property(tries = 150)
    void anyStepsLeaveAPartitionOrAFinding(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int steps) {
        List<UnitVersion> board = board();
        var refusals = new ArrayList<String>();
        var draft = walked(board, seed, steps, refusals);
        taken += steps - refusals.size();
        var before = board.stream().map(UnitVersion::unit).toList();
        var findings = new DraftCheck(before, draft.units()).findings(_ -> Optional.empty());
        var shapes = draft.units().stream().map(UnitShape::shape).toList();
        if (findings.isEmpty()) {
            assertThat(area(draft.units())).isCloseTo(area(before), Offset.offset(1e-3));
            assertThat(Coverage.listOverlaps(shapes, DraftCheck.TOLERANCE_M2)).isEmpty();
            assertThat(Coverage.listGaps(shapes, DraftCheck.TOLERANCE_M2)).isEmpty();
            assertThat(notShared(ground(before), ground(draft.units())))
                    .as("ground lost or won, in square metres")
                    .isLessThan(1e-3);
            sound++;
        } else {
            // A finding must be true: there is ground that changed hands with nobody, or two hold.
            boolean broken = findings.stream().anyMatch(f -> f.kind() == Finding.Kind.BROKEN_SHAPE);
            if (!broken) {
                double shared =
                        Coverage.listOverlaps(shapes, DraftCheck.TOLERANCE_M2).size()
                                + notShared(ground(before), ground(draft.units()));
                assertThat(shared).as("what the findings are about").isPositive();
            }
            faulty++;
        }
    }

    @AfterProperty
    void bothWaysWereWalked() {
        if (taken == 0) {
            // Only the first property counts.
            return;
        }
        assertThat(taken).as("steps taken").isGreaterThan(300);
        assertThat(sound).as("drafts that pass").isGreaterThan(20);
        assertThat(faulty).as("drafts that do not").isGreaterThan(20);
    }

    @Example
    void aStepOverCrossedBordersIsRefused() {
        var refusals = new ArrayList<String>();
        walked(board(), 623, 12, refusals);
        assertThat(refusals).contains("territory.broken-shape");
    }

    private static LevelDraft walked(
            List<UnitVersion> board, long seed, int steps, List<String> refusals) {
        var random = new Random(seed);
        var draft = new LevelDraft(board);
        for (int i = 0; i < steps; i++) {
            var drawn = copyOf(board, draft);
            try {
                draft.take(anyStep(draft, random, i));
            } catch (RefusedException refused) {
                refusals.add(refused.refusal().code());
                draft = drawn;
            }
        }
        return draft;
    }

    private static Geometry ground(List<UnitShape> units) {
        return OverlayNGRobust.union(
                FACTORY.buildGeometry(units.stream().map(UnitShape::shape).toList()));
    }

    private static double notShared(Geometry a, Geometry b) {
        return GroundArea.squareMetres(OverlayNGRobust.overlay(a, b, OverlayNG.SYMDIFFERENCE));
    }

    @Property(tries = 60)
    void anyAssignmentOfPartsLeavesAPartition(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int steps) {
        var random = new Random(seed);
        var parts = board().stream().map(UnitVersion::unit).toList();
        var columns = new ArrayList<UnitVersion>();
        for (int x = 0; x < SIDE; x++) {
            columns.add(column(x, parts));
        }
        Function<String, Optional<UnitShape>> find =
                code -> parts.stream().filter(one -> one.code().equals(code)).findFirst();
        var draft = new LevelDraft(columns, find);
        var holders = new HashMap<String, String>();
        parts.forEach(part -> holders.put(part.code(), "D" + part.code().charAt(1)));
        for (int i = 0; i < steps; i++) {
            String part = parts.get(random.nextInt(parts.size())).code();
            String target = "D" + random.nextInt(SIDE);
            try {
                draft.take(
                        new DraftStep(
                                Kind.ASSIGN,
                                List.of(target),
                                List.of(),
                                List.of(),
                                new Named("", ""),
                                List.of(part)));
                holders.put(part, target);
            } catch (RefusedException emptied) {
                String holder = holders.getOrDefault(part, "");
                assertThat(holders.values().stream().filter(holder::equals)).hasSize(1);
                assertThat(target).isNotEqualTo(holder);
            }
        }
        var before = columns.stream().map(UnitVersion::unit).toList();
        assertThat(new DraftCheck(before, draft.units()).findings(_ -> Optional.empty())).isEmpty();
        for (UnitShape part : parts) {
            var holder = draft.unit(holders.getOrDefault(part.code(), ""));
            assertThat(holder.shape().contains(part.shape().getInteriorPoint()))
                    .as("%s lies in %s", part.code(), holder.code())
                    .isTrue();
        }
        assertThat(notShared(ground(before), ground(draft.units()))).isLessThan(1e-3);
    }

    private static UnitVersion column(int x, List<UnitShape> parts) {
        var own = parts.stream().filter(one -> one.code().startsWith("U" + x)).toList();
        var shape = ground(own);
        return new UnitVersion(
                new UnitShape(
                        new TerritoryUnit(
                                "duty_grid",
                                "D" + x,
                                new Named("D" + x, "D" + x),
                                "",
                                GroundArea.squareMetres(shape)),
                        shape),
                LocalDate.parse("2026-01-01"),
                Optional.empty());
    }

    /// Refused steps must leave nothing behind; the use case throws such a draft away.
    private static LevelDraft copyOf(List<UnitVersion> board, LevelDraft draft) {
        var units = new ArrayList<UnitVersion>();
        var day = board.getFirst().validFrom();
        draft.units().forEach(u -> units.add(new UnitVersion(u, day, Optional.empty())));
        draft.everGiven().stream()
                .filter(code -> draft.units().stream().noneMatch(u -> u.code().equals(code)))
                .forEach(code ->
                        units.add(
                                new UnitVersion(
                                        unit(code, 0, 0), day, Optional.of(day.plusDays(1)))));
        return new LevelDraft(units);
    }

    private static DraftStep anyStep(LevelDraft draft, Random random, int i) {
        var all = draft.units();
        UnitShape one = all.get(random.nextInt(all.size()));
        var none = new Named("", "");
        return switch (random.nextInt(4)) {
            case 0 ->
                    new DraftStep(
                            Kind.SPLIT,
                            List.of(one.code()),
                            across(one, random),
                            List.of("N" + i + "a", "N" + i + "b"),
                            none);
            case 1 ->
                    new DraftStep(
                            Kind.MERGE,
                            List.of(one.code(), neighbour(one, all, random).code()),
                            List.of(),
                            List.of("M" + i),
                            none);
            case 2 ->
                    new DraftStep(
                            Kind.REDRAW,
                            List.of(one.code(), neighbour(one, all, random).code()),
                            across(one, random),
                            List.of(),
                            none);
            default -> {
                var corners = one.shape().getCoordinates();
                Coordinate from = corners[random.nextInt(corners.length)];
                yield new DraftStep(
                        Kind.MOVE,
                        List.of(),
                        List.of(
                                List.of(from.x, from.y),
                                List.of(from.x + step(random), from.y + step(random))),
                        List.of(),
                        none);
            }
        };
    }

    private static double step(Random random) {
        return (random.nextDouble() - 0.5) * 0.004;
    }

    private static UnitShape neighbour(UnitShape one, List<UnitShape> all, Random random) {
        var near = all.stream().filter(u -> u.shape().touches(one.shape())).toList();
        return near.isEmpty() ? one : near.get(random.nextInt(near.size()));
    }

    private static List<List<Double>> across(UnitShape unit, Random random) {
        Envelope box = unit.shape().getEnvelopeInternal();
        double x = box.getMinX() + box.getWidth() * (0.2 + 0.6 * random.nextDouble());
        return List.of(
                List.of(x, box.getMinY() - 0.001),
                List.of(x + step(random) / 4, (box.getMinY() + box.getMaxY()) / 2),
                List.of(x + step(random) / 4, box.getMaxY() + 0.001));
    }

    private static double area(List<UnitShape> units) {
        return units.stream().mapToDouble(u -> GroundArea.squareMetres(u.shape())).sum();
    }

    private static List<UnitVersion> board() {
        var units = new ArrayList<UnitVersion>();
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                units.add(
                        new UnitVersion(
                                unit("U%d%d".formatted(x, y), x, y),
                                LocalDate.parse("2026-01-01"),
                                Optional.empty()));
            }
        }
        return units;
    }

    private static UnitShape unit(String code, int x, int y) {
        double west = 112 + x * 0.01;
        double south = 31 + y * 0.01;
        double east = 112 + (x + 1) * 0.01;
        double north = 31 + (y + 1) * 0.01;
        var box =
                FACTORY.createPolygon(
                        new Coordinate[] {
                            new Coordinate(west, south),
                            new Coordinate(east, south),
                            new Coordinate(east, north),
                            new Coordinate(west, north),
                            new Coordinate(west, south)
                        });
        return new UnitShape(
                new TerritoryUnit(
                        "unit_grid",
                        code,
                        new Named(code, code),
                        "P",
                        GroundArea.squareMetres(box)),
                box);
    }
}
