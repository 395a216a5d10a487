package city.gewu.assessment.store;

import city.gewu.engine.indicator.Source;
import java.util.Map;
import java.util.Objects;

/// The canonical rows of each source, in the SQL of PostgreSQL. Each has `row_key` to page by, the
/// columns of its source, those of its subjects, `places` for whoever keeps all levels at once, and
/// what is shown of it. Parameters: `:depth` of the level asked for, `:zone` of the city, and
/// `:now`, the moment after which nothing is known; a replay also asks for `:from` and `:to`, the
/// period it is wanted for.
///
/// Moments are turned into seconds here, so that an indicator needs no function that engines spell
/// differently.
public final class CanonicalRows {

    /// A department that works by contract.
    private static final String CONTRACTOR =
            """
            case when found.department in (
                select code from people.pub_department where kind = 'contractor')
              then found.department end as contractor\
            """;

    /// The organisation that a person was posted by to the street on the day of `%s`; the last of
    /// several.
    private static final String TEAM =
            """
            (
              select posting.department
              from people.pub_posting posting
              where posting.person_id = %s
                and posting.post in ('SUPERVISOR', 'CHECKER')
                and cast(%s at time zone cast(:zone as text) as date)
                  between posting.first_day and coalesce(posting.last_day, date '9999-12-31')
              order by posting.posting_id desc
              limit 1
            ) as team\
            """;

    /// `due_at` is the due time that judges: an extension moves it, while rework gives a fresh
    /// clock to work by and is judged by the first.
    private static final String CASES =
            """
            select
              case_id as row_key,
              case_id,
              case_no,
              department,
              %s,
              places,
              places[cast(:depth as int)] as unit,
              source,
              category,
              address,
              reported_at,
              filed_at,
              dispatched_at,
              case when failed_checks > 0 then coalesce(first_due_at, due_at) else due_at end as due_at,
              handled_at,
              closed_at,
              ended_at,
              cancelled,
              on_spot,
              filed,
              waived,
              suspended,
              round,
              returns,
              failed_checks,
              extensions,
              cast(floor(extract(epoch from handled_at - dispatched_at)) as bigint) as handling_seconds,
              case when source = 'SUPERVISOR' then 1 else 0 end as by_supervisor,
              case when source = 'INSPECTION' then 1 else 0 end as by_inspection,
              case when source in ('CITIZEN_APP', 'WECHAT', 'WEB', 'HOTLINE', 'ORDER_12345')
                then 1 else 0 end as by_public,
              case when category in (
                  select code from catalogue.pub_category where major_code in ('E01', 'C03'))
                then 1 else 0 end as cityscape
            from casework.pub_case found
            """
                    .formatted(CONTRACTOR);

    /// The second half is what others found where a supervisor was posted that day; who is posted
    /// to the whole city misses nothing by that, and the next stage of a case was found by nobody.
    private static final String REPORTS =
            """
            select
              case_id * 1048576 as row_key, case_id, case_no, supervisor as person, %s, department,
              places, places[cast(:depth as int)] as unit, source, category, address, reported_at, filed_at,
              cast(null as timestamptz) as due_at, closed_at, filed, cancelled, on_spot, 0 as missed
            from casework.pub_case found
            where supervisor <> ''
              and reported_at <= :now
            union all
            select
              found.case_id * 1048576 + posted.posting_id as row_key, found.case_id, found.case_no,
              posted.person_id as person, posted.department as team, found.department, found.places,
              found.places[cast(:depth as int)] as unit, found.source, found.category, found.address,
              found.reported_at, found.filed_at, cast(null as timestamptz) as due_at, found.closed_at,
              found.filed, found.cancelled, found.on_spot, 1 as missed
            from casework.pub_case found
            join people.pub_posting posted on posted.post = 'SUPERVISOR'
            join territory.pub_level ground on ground.code = posted.level and ground.depth > 1
            where found.supervisor <> posted.person_id
              and found.filed = 1
              and found.cancelled = 0
              and found.reported_at <= :now
              and not exists (
                select from casework.pub_follow_on stage where stage.case_id = found.case_id)
              and found.places[ground.depth] = posted.unit
              and cast(found.reported_at at time zone cast(:zone as text) as date)
                between posted.first_day and coalesce(posted.last_day, date '9999-12-31')
            """
                    .formatted(TEAM.formatted("supervisor", "reported_at"));

    private static final String STEPS =
            """
            select
              step.case_id * 65536 + step.seq as row_key, step.case_id, found.case_no, step.person,
              found.department, %s, found.places, found.places[cast(:depth as int)] as unit,
              found.source, found.category, found.address, found.reported_at, found.due_at,
              found.closed_at, step.done_at, step.since_at,
              cast(floor(extract(epoch from step.done_at - step.since_at)) as bigint) as taken_seconds,
              case when step.seq = 2 and step.kind in (
                  'accepted', 'acceptance-refused', 'verification-requested', 'merged')
                then 1 else 0 end as intake,
              case when step.kind = 'verification-requested' then 1 else 0 end as verification_sent,
              case when step.kind = 'check-requested' then 1 else 0 end as check_sent,
              case when step.kind = 'filed' then 1 else 0 end as filing,
              case when step.kind in ('dispatched', 'arbitrated') then 1 else 0 end as dispatch,
              case when step.kind = 'closed' then 1 else 0 end as closing,
              case when step.kind = 'urged' then 1 else 0 end as urged,
              case when step.kind = 'supervision-ordered' then 1 else 0 end as ordered,
              case when step.kind = 'extension-granted' then 1 else 0 end as extended,
              case when step.undone_at <= :now then 1 else 0 end as undone,
              case when found.source in ('CITIZEN_APP', 'WECHAT', 'WEB', 'HOTLINE', 'ORDER_12345')
                then 1 else 0 end as by_public
            from casework.pub_step step
            join casework.pub_case found on found.case_id = step.case_id
            where step.done_at <= :now
              and step.person <> 'system:stages'
            """
                    .formatted(CONTRACTOR);

    /// A task that ran out in somebody's hands stays theirs when somebody else is drawn after them.
    private static final String TASKS =
            """
            select
              task.task_id as row_key, task.case_id, found.case_no, task.person_id as person,
              %s, found.department, found.places, found.places[cast(:depth as int)] as unit,
              found.source, found.category, found.address, task.given_at as reported_at,
              task.asked_at, task.given_at, task.due_at,
              case when task.received_at <= :now then task.done_at end as closed_at,
              case when task.received_at <= :now then task.done_at end as done_at,
              case when task.kind = 'VERIFICATION' then 1 else 0 end as verification,
              case when task.kind = 'CHECK' then 1 else 0 end as inspection,
              task.round,
              case when task.state <> 'LATE' and exists (
                  select from patrol.pub_task later
                  where later.case_id = task.case_id
                    and later.kind = task.kind
                    and later.round = task.round
                    and later.task_id > task.task_id
                    and later.given_at <= :now)
                then 0 else 1 end as last,
              task.far,
              case when task.received_at <= :now and task.outcome in ('CONFIRMED', 'PASSED')
                then 1 else 0 end as positive,
              case when task.state = 'ENDED' then 1 else 0 end as withdrawn
            from patrol.pub_task task
            join casework.pub_case found on found.case_id = task.case_id
            where task.given_at <= :now
            """
                    .formatted(TEAM.formatted("task.person_id", "task.given_at"));

    private static final String DUTIES =
            """
            select
              duty_id as row_key, cast(0 as bigint) as case_id, '' as case_no, duty.person_id as person,
              %s, '' as department, cast(array[] as text[]) as places, cast(null as text) as unit,
              '' as source, '' as category, duty.unit as address, started_at as reported_at,
              cast(null as timestamptz) as due_at,
              case when ended_at <= :now then ended_at end as closed_at,
              started_at,
              case when ended_at <= :now then ended_at end as ended_at,
              cast(floor(extract(epoch from least(ended_at, :now) - started_at)) as bigint)
                as duty_seconds,
              inside,
              case when ended_at <= :now then forgotten else 0 end as forgotten
            from patrol.pub_duty duty
            where started_at <= :now
            """
                    .formatted(TEAM.formatted("duty.person_id", "duty.started_at"));

    private static final String RATINGS =
            """
            select
              rating.report_id as row_key, rating.case_id, found.case_no, found.department,
              %s, found.places, found.places[cast(:depth as int)] as unit, found.source, found.category,
              found.address, found.reported_at, found.due_at, found.closed_at,
              rating.rated_at, rating.solved, rating.stars,
              case when found.category in (
                  select code from catalogue.pub_category where major_code in ('E01', 'C03'))
                then 1 else 0 end as cityscape
            from engagement.pub_rating rating
            join casework.pub_case found on found.case_id = rating.case_id
            where rating.rated_at <= :now
            """
                    .formatted(CONTRACTOR);

    private static final String LIVE = "casework.pub_case";
    private static final String REPLAYED = "casework.pub_case_at(:now)";

    /// The cases that can count in the period: neither reported after it, nor at rest before it
    /// with nothing due in it. How a case stands now tells that of one that had ended by the moment
    /// too.
    private static final String REPLAYED_OF_PERIOD =
            """
            (
              select told.*
              from casework.pub_case stands
              join casework.pub_case_at(:now) told on told.case_id = stands.case_id
              where stands.reported_at < :to
                and not (
                  coalesce(stands.ended_at < :from and stands.ended_at <= :now, false)
                  and coalesce(greatest(stands.due_at, stands.first_due_at) < :from, true)
                  and (stands.due_at is null or stands.handled_at is not null))
            )\
            """;

    private static final Map<Source, String> ROWS =
            Map.of(
                    Source.CASES, CASES,
                    Source.REPORTS, REPORTS,
                    Source.STEPS, STEPS,
                    Source.TASKS, TASKS,
                    Source.DUTIES, DUTIES,
                    Source.RATINGS, RATINGS);

    private CanonicalRows() {}

    public static String of(Source source) {
        return of(source, false);
    }

    /// @param replayed whether `:now` is a past moment, so that cases are read from what happened
    ///   to them until then
    public static String of(Source source, boolean replayed) {
        String live = Objects.requireNonNull(ROWS.get(source));
        if (!replayed) {
            return live;
        }
        boolean ofPeriod = source.equals(Source.CASES) || source.equals(Source.REPORTS);
        return live.replace(LIVE, ofPeriod ? REPLAYED_OF_PERIOD : REPLAYED);
    }
}
