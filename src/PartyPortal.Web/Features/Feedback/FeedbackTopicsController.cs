using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>What feedback may be about, and who answers it.</summary>
[Route("admin/feedback-topics"), Authorize(Policies.KeepTopics)]
public sealed class FeedbackTopicsController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await db.FeedbackTopics.Include(t => t.Office).OrderBy(t => t.Id).AsNoTracking().ToListAsync());

    [HttpGet("create")]
    public IActionResult Create() => View(new TopicForm());

    [HttpPost("create")]
    public async Task<IActionResult> Create(TopicForm form)
    {
        await RefuseTakenNameAsync(form, except: 0);
        db.Add(new FeedbackTopic { Name = form.Name, NameInEnglish = form.NameInEnglish, OfficeId = form.OfficeId });
        await db.SaveChangesAsync();
        return this.Done("The topic is saved.", nameof(Index));
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) => await db.FeedbackTopics.FindAsync(id) is { } topic
        ? View(new TopicForm { Name = topic.Name, NameInEnglish = topic.NameInEnglish, OfficeId = topic.OfficeId })
        : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, TopicForm form)
    {
        if (await db.FeedbackTopics.FindAsync(id) is not { } topic) return NotFound();

        await RefuseTakenNameAsync(form, except: id);
        (topic.Name, topic.NameInEnglish, topic.OfficeId) = (form.Name, form.NameInEnglish, form.OfficeId);
        await db.SaveChangesAsync();
        return this.Done("The topic is saved.", nameof(Index));
    }

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await db.FeedbackTopics.FindAsync(id) is not { } topic) return NotFound();

        if (await db.IsTopicUsedAsync(id)) throw new RuleBrokenException("There are messages under this topic. Rename it instead.");
        db.Remove(topic);
        await db.SaveChangesAsync();
        return this.Done("The topic is deleted.", nameof(Index));
    }

    private async Task RefuseTakenNameAsync(TopicForm form, int except)
    {
        var name = form.Name.Trim();
        if (await db.FeedbackTopics.AnyAsync(t => t.Name == name && t.Id != except)) throw new RuleBrokenException("There is a topic of this name already.") { Field = nameof(form.Name) };
    }
}

public sealed class TopicForm : IForm
{
    [Display(Name = "Name"), Required, StringLength(FeedbackTopic.NameMaxLength)]
    public string Name { get; set; } = "";

    [Display(Name = "Name in English"), StringLength(FeedbackTopic.NameMaxLength)]
    public string? NameInEnglish { get; set; }

    [Display(Name = "Answered by"), BranchChoice]
    public int? OfficeId { get; set; }
}
