package city.gewu.casework;

import city.gewu.platform.Refusal;

/// What became of a [CaseStory].
public sealed interface StoryOutcome {

    record Added(CaseId id, String caseNo, int events) implements StoryOutcome {}

    /// It was there already, from an earlier run of the same source.
    record AlreadyThere() implements StoryOutcome {}

    /// A step broke a rule; nothing of the story was kept.
    record Rejected(Refusal why) implements StoryOutcome {}
}
