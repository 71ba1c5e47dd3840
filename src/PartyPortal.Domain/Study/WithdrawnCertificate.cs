using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;

namespace PartyPortal.Domain.Study;

/// <summary>What remains of a certificate that was taken back: whoever holds the paper learns that it does not count any more. It names nobody.</summary>
public sealed class WithdrawnCertificate : IBelongToBranch
{
    private WithdrawnCertificate() { }

    public WithdrawnCertificate(ClassCertificate certificate, DateOnly on) => (Code, Title, BranchId, On) = (certificate.Code, certificate.Title, certificate.BranchId, on);

    /// <param name="completion">With its course.</param>
    /// <param name="on">The day on which it is taken back.</param>
    public WithdrawnCertificate(CourseCompletion completion, DateOnly on) => (Code, Title, BranchId, On) = (completion.Code, completion.Title, completion.Course.BranchId, on);

    public string Code { get; private init; } = "";
    public string Title { get; private init; } = "";

    /// <summary>The organisation that gave it.</summary>
    public int BranchId { get; private init; }

    public DateOnly On { get; private init; }
}
