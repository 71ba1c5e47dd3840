using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

public sealed class AssignmentForm : OnceForm, IForm
{
    [Display(Name = "Course"), ListChoice, Required]
    public int? CourseId { get; set; }

    [Display(Name = "Which organisation asks"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Whom it asks")]
    public List<Stage> Stages { get; set; } = [];

    [Display(Name = "Last day"), Required]
    public DateOnly? DueOn { get; set; }

    public Guid? SentKey => KeyOf(CourseId, BranchId, string.Join(',', Stages), DueOn);

    public static AssignmentForm For(int? courseId, int? branchId) => new() { CourseId = courseId, BranchId = branchId, Stages = [.. CourseAssignment.AllStages] };
}
