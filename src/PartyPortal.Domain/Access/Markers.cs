namespace PartyPortal.Domain.Access;

/// <summary>A row of one branch: written only by a viewer whose subtree holds the branch, before and after the change.</summary>
public interface IBelongToBranch
{
    int BranchId { get; }
}

/// <summary>A row of one account: written only by that account.</summary>
public interface IBelongToAccount
{
    string AccountId { get; }
}

/// <summary>A row of the branch that asks for it, written as well by whoever is asked.</summary>
public interface IAnsweredBy
{
    bool IsAnsweredBy(Viewer viewer);
}

/// <summary>A row that anybody may add and nobody but the portal may change through this marker.</summary>
public interface IOpenToPublic;

/// <summary>A row that somebody must answer, made by a form: the same form sent twice, as a double click does, makes one.</summary>
public interface ISentOnce
{
    /// <summary>Of the form and its words, unique; null for what no form made.</summary>
    Guid? SentKey { get; }
}

/// <summary>Every change of such a row leaves one row in the audit, in the same transaction.</summary>
public interface IAudited;

/// <summary>A row with a token that is renewed at each save, so that two editors cannot overwrite each other unseen.</summary>
public interface IVersioned
{
    Guid Version { get; }
}

/// <summary>A column about a person: the audit keeps its name, never its value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
