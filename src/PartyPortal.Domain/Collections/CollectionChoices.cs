using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Collections;

public enum CollectionState
{
    [Display(Name = "Draft")]
    Draft = 1,

    [Display(Name = "Collecting")]
    Open,

    [Display(Name = "Collection closed")]
    Closed,
}

/// <summary>Who is asked. For an organisation its secretary answers.</summary>
public enum CollectionReach
{
    [Display(Name = "The people of this organisation")]
    PeopleHere = 1,

    [Display(Name = "The people of this organisation and all below")]
    PeopleBelow,

    [Display(Name = "People chosen by name or number")]
    ChosenPeople,

    [Display(Name = "The organisations directly below")]
    DirectBranches,

    [Display(Name = "All branches below")]
    BranchesBelow,

    [Display(Name = "Organisations chosen by name or code")]
    ChosenBranches,
}

/// <summary>Which of the people are asked.</summary>
public enum AskedStages
{
    [Display(Name = "Everybody")]
    Everybody = 1,

    [Display(Name = "Members")]
    Members,

    [Display(Name = "Probationary members")]
    ProbationaryMembers,

    [Display(Name = "Candidates for development")]
    Candidates,

    [Display(Name = "Activists")]
    Activists,

    [Display(Name = "Applicants")]
    Applicants,
}

public enum QuestionKind
{
    [Display(Name = "A line of text")]
    ShortText = 1,

    [Display(Name = "Long text")]
    LongText,

    [Display(Name = "One of several answers")]
    Choice,

    [Display(Name = "Any of several answers")]
    Choices,

    [Display(Name = "Number")]
    Number,

    [Display(Name = "Day")]
    Day,

    [Display(Name = "Files")]
    Files,
}

/// <summary>How far somebody is with their answer.</summary>
public enum AnswerState
{
    [Display(Name = "Not begun")]
    Waiting = 1,

    [Display(Name = "Saved, not handed in")]
    Draft,

    [Display(Name = "Handed in")]
    HandedIn,

    [Display(Name = "Sent back")]
    Returned,
}

public static class CollectionChoices
{
    public static bool AsksPeople(this CollectionReach reach) => reach is CollectionReach.PeopleHere or CollectionReach.PeopleBelow or CollectionReach.ChosenPeople;

    public static bool IsChosen(this CollectionReach reach) => reach is CollectionReach.ChosenPeople or CollectionReach.ChosenBranches;

    /// <summary>The first and the last stage that is asked.</summary>
    public static (Stage From, Stage To) Range(this AskedStages stages) => stages switch
    {
        AskedStages.Members => (Stage.ProbationaryMember, Stage.FullMember),
        AskedStages.ProbationaryMembers => (Stage.ProbationaryMember, Stage.ProbationaryMember),
        AskedStages.Candidates => (Stage.Candidate, Stage.Candidate),
        AskedStages.Activists => (Stage.Activist, Stage.Activist),
        AskedStages.Applicants => (Stage.Applicant, Stage.Applicant),
        _ => (Stage.NonMember, Stage.FullMember),
    };
}
