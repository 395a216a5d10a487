package city.gewu.casework.store;

import city.gewu.casework.CaseId;
import city.gewu.casework.Position;
import city.gewu.casework.ReportSource;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.model.Facts;
import city.gewu.casework.model.Facts.Photos;
import city.gewu.evidence.Evidence.PhotoId;
import java.util.List;

/// A whole case as columns, and back.
final class FileColumns {

    private FileColumns() {}

    static CaseRow write(CaseFile file, int version) {
        var row = new CaseRow();
        row.set(CaseColumn.CASE_ID, file.id().value())
                .set(CaseColumn.CASE_NO, file.caseNo())
                .set(CaseColumn.ORIGIN, file.origin().system())
                .set(CaseColumn.ORIGIN_ID, file.origin().id())
                .set(CaseColumn.VERSION, version);
        write(file.facts(), row);
        StateColumns.write(file.state(), row);
        return row;
    }

    private static void write(Facts facts, CaseRow row) {
        row.set(CaseColumn.SOURCE, facts.source().name())
                .set(CaseColumn.CATEGORY, facts.category())
                .set(CaseColumn.CONDITION, facts.condition())
                .set(CaseColumn.DESCRIPTION, facts.description())
                .set(CaseColumn.ADDRESS, facts.address())
                .set(CaseColumn.PLACES, facts.places())
                .set(CaseColumn.FLAGS, facts.flags())
                .set(CaseColumn.PHOTOS_BEFORE, names(facts.photos().before()))
                .set(CaseColumn.PHOTOS_AFTER, names(facts.photos().after()))
                .set(CaseColumn.PHOTOS_CHECK, names(facts.photos().check()))
                .set(CaseColumn.REPORTER, facts.reporter())
                .set(CaseColumn.REPORTED_AT, facts.reportedAt());
        facts.position()
                .ifPresent(position ->
                        row.set(CaseColumn.LONGITUDE, position.longitude())
                                .set(CaseColumn.LATITUDE, position.latitude()));
    }

    static CaseFile read(CaseRow row) {
        return new CaseFile(
                new CaseId(row.number(CaseColumn.CASE_ID)),
                row.text(CaseColumn.CASE_NO),
                new Origin(row.text(CaseColumn.ORIGIN), row.text(CaseColumn.ORIGIN_ID)),
                facts(row),
                StateReader.read(row));
    }

    private static Facts facts(CaseRow row) {
        return new Facts(
                ReportSource.valueOf(row.text(CaseColumn.SOURCE)),
                row.text(CaseColumn.CATEGORY),
                row.text(CaseColumn.CONDITION),
                row.text(CaseColumn.DESCRIPTION),
                row.text(CaseColumn.ADDRESS),
                row.find(CaseColumn.LONGITUDE, Double.class)
                        .flatMap(longitude ->
                                row.find(CaseColumn.LATITUDE, Double.class)
                                        .map(latitude -> new Position(longitude, latitude))),
                row.texts(CaseColumn.PLACES),
                row.texts(CaseColumn.FLAGS),
                new Photos(
                        photos(row, CaseColumn.PHOTOS_BEFORE),
                        photos(row, CaseColumn.PHOTOS_AFTER),
                        photos(row, CaseColumn.PHOTOS_CHECK)),
                row.text(CaseColumn.REPORTER),
                row.moment(CaseColumn.REPORTED_AT));
    }

    private static List<String> names(List<PhotoId> photos) {
        return photos.stream().map(PhotoId::value).toList();
    }

    private static List<PhotoId> photos(CaseRow row, CaseColumn column) {
        return row.texts(column).stream().map(PhotoId::new).toList();
    }
}
