using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Settings;

/// <summary>
/// What the organisation decides about its portal. A value that nobody changed is the default written here. Two things are
/// no settings: that the Internet needs a second person's approval, and that anonymous feedback leaves no trace.
/// </summary>
public sealed record PortalSettings
{
    public const int TextMaxLength = 200;

    /// <summary>Nobody is asked to speak without being told where to turn outside the branch.</summary>
    public bool IsFeedbackOpen() => TakesFeedback && !string.IsNullOrWhiteSpace(OutsideContact);

    /// <exception cref="RuleBrokenException">Two values do not go together.</exception>
    public void RequireFitting()
    {
        if (TakesFeedback && !IsFeedbackOpen())
            throw new RuleBrokenException("Feedback is taken only where a contact outside the branch is named.") { Field = $"Values.{nameof(OutsideContact)}" };
        if (LateBesideDays <= LateFirstDays) throw new RuleBrokenException("More days than until the first reminder.") { Field = $"Values.{nameof(LateBesideDays)}" };
        if (LateAboveDays <= LateBesideDays) throw new RuleBrokenException("More days than until another office is reminded.") { Field = $"Values.{nameof(LateAboveDays)}" };
        _ = NamedNetworks.Parse(SignedInNetworks);
    }

    /// <summary>Working days after the last day, rung by rung.</summary>
    public IReadOnlyList<int> LateDays() => [LateFirstDays, LateBesideDays, LateAboveDays];

    /// <summary>The class hours that somebody has to reach in a year; null where nobody asks for any.</summary>
    public int? HoursOf(bool isMember, IEnumerable<Role> offices) => HoursKeyOf(isMember, offices) switch { nameof(OfficeHours) => OfficeHours, nameof(MemberHours) => MemberHours, _ => null };

    internal static string? HoursKeyOf(bool isMember, IEnumerable<Role> offices) =>
        offices.Any(office => office is Role.CommitteeMember or Role.DeputySecretary or Role.Secretary or Role.GeneralBranchSecretary) ? nameof(OfficeHours) : isMember ? nameof(MemberHours) : null;

    public TrainingTerms TrainingTerms() => new(TrainingDays, TrainingHours);

    [Display(Name = "Name of the portal"), Required, StringLength(60)]
    [Setting(SettingGroup.Site, Why = "Stands at the top of each page and in its title.")]
    public string Name { get; init; } = "智慧党建门户";

    [Display(Name = "Name in English"), StringLength(60)]
    [Setting(SettingGroup.Site, Why = "On the English pages; empty: the Chinese name.")]
    public string? NameInEnglish { get; init; } = "Party Portal";

    [Display(Name = "Host of the site"), StringLength(100)]
    [Setting(SettingGroup.Site, Why = "The organisation that answers for the site, in the footer.", Source = "国办发〔2017〕47号（待核）")]
    public string? Host { get; init; }

    [Display(Name = "Host in English"), StringLength(100)]
    [Setting(SettingGroup.Site, Why = "On the English pages; empty: the Chinese name.")]
    public string? HostInEnglish { get; init; }

    [Display(Name = "Contact"), StringLength(TextMaxLength)]
    [Setting(SettingGroup.Site, Why = "How the host is reached: a telephone number of the office and its hours.", Source = "国办发〔2017〕47号（待核）")]
    public string? Contact { get; init; }

    [Display(Name = "ICP filing number"), StringLength(60)]
    [Setting(SettingGroup.Site, Why = "In the footer, as the Internet authority gave it.", Source = "互联网信息服务管理办法（待核）")]
    public string? Icp { get; init; }

    [Display(Name = "Public security filing number"), StringLength(60)]
    [Setting(SettingGroup.Site, Why = "In the footer, as the police gave it.", Source = "计算机信息网络国际联网安全保护管理办法（待核）")]
    public string? PublicSecurityFiling { get; init; }

    [Display(Name = "Maintenance is announced before its start"), Range(1, 336)]
    [Setting(SettingGroup.Site, Unit = SettingUnit.Hours, Why = "From then on each page says when the portal is worked on and what does not work meanwhile.")]
    public int MaintenanceHours { get; init; } = 48;

    [Display(Name = "Largest study file"), Range(1, 8192)]
    [Setting(SettingGroup.Files, Unit = SettingUnit.Megabytes, Why = "A video or another study file above this is refused before it is sent.")]
    public int StudyFileMegabytes { get; init; } = 2048;

    [Display(Name = "Largest attachment"), Range(1, 2048)]
    [Setting(SettingGroup.Files, Unit = SettingUnit.Megabytes, Why = "An attachment of a notice or guide above this is refused.")]
    public int AttachmentMegabytes { get; init; } = 200;

    [Display(Name = "Largest file in a plain form"), Range(1, 200)]
    [Setting(SettingGroup.Files, Unit = SettingUnit.Megabytes, Why = "Without JavaScript a file comes in one piece; larger ones need resumable sending.")]
    public int PlainUploadMegabytes { get; init; } = 50;

    [Display(Name = "A notice without a last day ends after"), Range(1, 60)]
    [Setting(SettingGroup.Notices, Unit = SettingUnit.Months, Why = "Writers may always choose a day of their own. Notices that exist keep theirs.")]
    public int NoticeMonths { get; init; } = 12;

    [Display(Name = "Remind the writer before a notice ends"), Range(2, 60)]
    [Setting(SettingGroup.Notices, Unit = SettingUnit.Days, Why = "A first message so many days before, and a last one on the day before.")]
    public int NoticeReminderDays { get; init; } = 7;

    [Display(Name = "A notice for the Internet needs two approvals")]
    [Setting(SettingGroup.Notices, Why = "Off: one person other than its author. On: two, in whichever order; what waits at the moment too.")]
    public bool InternetNeedsTwo { get; init; }

    [Display(Name = "A short text for a microblog has at most"), Range(50, 5000)]
    [Setting(SettingGroup.Notices, Unit = SettingUnit.Characters, Why = "What the channel takes. Each character counts as one; a longer text cannot be copied.")]
    public int ShortTextCharacters { get; init; } = 140;

    [Display(Name = "Postings of persons may go to the Internet")]
    [Setting(SettingGroup.Postings, Why = "Off: a posting is read by those who are signed in and belong to the unit. On: a branch may choose the Internet, and a second person approves it.", Source = "个人信息保护法（待核）")]
    public bool PostsOnInternet { get; init; }

    [Display(Name = "The day on which a posting goes up is counted")]
    [Setting(SettingGroup.Postings, Why = "Off: the first counted working day is the one after. Postings that exist keep their way of counting.", Source = "中国共产党发展党员工作细则（计日方法待核）")]
    public bool PostingCountsFirstDay { get; init; }

    [Display(Name = "Names of a posting are forgotten after"), Range(1, 60)]
    [Setting(SettingGroup.Postings, Unit = SettingUnit.Months, Why = "Counted from the day on which it was closed. How many were posted and what came of it stays.", Source = "个人信息保护法（待核）")]
    public int PostingNamesMonths { get; init; } = 12;

    [Display(Name = "Ask whether a notice or guide still holds after"), Range(1, 60)]
    [Setting(SettingGroup.Notices, Unit = SettingUnit.Months, Why = "Counted from the day on which somebody last changed or confirmed it. It stays published.")]
    public int ConfirmMonths { get; init; } = 12;

    [Display(Name = "A preview link of a notice is good for"), Range(1, 30)]
    [Setting(SettingGroup.Notices, Unit = SettingUnit.Days, Why = "Whoever holds the link reads the draft for so long. Links that exist keep their day.")]
    public int PreviewDays { get; init; } = 7;

    [Display(Name = "Asks of one branch in a month"), Range(1, 60)]
    [Setting(SettingGroup.Collections, Unit = SettingUnit.Times, Why = "Notices to confirm and collections together. Whoever asks beyond it gives a reason, which the auditor reads.", Source = "中央八项规定精神, 整治形式主义为基层减负（待核）")]
    public int AsksPerMonth { get; init; } = 4;

    [Display(Name = "A closed collection is deleted after"), Range(1, 36)]
    [Setting(SettingGroup.Collections, Unit = SettingUnit.Months, Why = "With all that was handed in. Those asked are told before they answer. What is closed already keeps its day.", Source = "个人信息保护法（待核）")]
    public int CollectionMonths { get; init; } = 6;

    [Display(Name = "Largest file of a collection"), Range(1, 500)]
    [Setting(SettingGroup.Collections, Unit = SettingUnit.Megabytes, Why = "A question may ask for smaller ones.")]
    public int CollectionFileMegabytes { get; init; } = 50;

    [Display(Name = "First reminder after"), Range(1, 30)]
    [Setting(SettingGroup.Reminders, Unit = SettingUnit.WorkingDays, Why = "Counted from the day after the last one. The office for which it waits is told once.")]
    public int LateFirstDays { get; init; } = 1;

    [Display(Name = "Another office of the organisation is told after"), Range(1, 60)]
    [Setting(SettingGroup.Reminders, Unit = SettingUnit.WorkingDays, Why = "Counted from the day after the last one: a deputy, or whoever else may do it there.")]
    public int LateBesideDays { get; init; } = 3;

    [Display(Name = "The organisation above is told after"), Range(1, 90)]
    [Setting(SettingGroup.Reminders, Unit = SettingUnit.WorkingDays, Why = "Counted from the day after the last one. It reads the organisation and the thing, no name of a person.")]
    public int LateAboveDays { get; init; } = 5;

    [Display(Name = "Against a question one may appeal for"), Range(1, 60)]
    [Setting(SettingGroup.Study, Unit = SettingUnit.Days, Why = "Counted from the day on which the attempt was marked. One appeal for a question and a person.")]
    public int AppealDays { get; init; } = 7;

    [Display(Name = "Attempts at quizzes are deleted after"), Range(1, 60)]
    [Setting(SettingGroup.Study, Unit = SettingUnit.Months, Why = "Counted from the day on which they were marked. That somebody has passed is kept, and nothing else.", Source = "个人信息保护法（待核）")]
    public int AttemptMonths { get; init; } = 12;

    [Display(Name = "Class hours of a member in a year"), Range(1, 400)]
    [Setting(SettingGroup.Study, Unit = SettingUnit.ClassHours, Why = "Shown to each member beside what they have. Nobody is told who lacks how many.", Source = "中国共产党党员教育管理工作条例 第二十条（待核）")]
    public int MemberHours { get; init; } = 32;

    [Display(Name = "Class hours of a secretary or committee member in a year"), Range(1, 400)]
    [Setting(SettingGroup.Study, Unit = SettingUnit.ClassHours, Why = "For whoever holds such an office in a branch or a general branch.", Source = "全国党员教育培训工作规划（2024—2028年）（学时数待核）")]
    public int OfficeHours { get; init; } = 56;

    [Display(Name = "Class hours of the year before may be noted for"), Range(0, 180)]
    [Setting(SettingGroup.Study, Unit = SettingUnit.Days, Why = "Counted from the first of January. Then the year is closed.")]
    public int HourLateDays { get; init; } = 31;

    [Display(Name = "Days of training before the admission"), Range(3, 30)]
    [Setting(SettingGroup.Study, Unit = SettingUnit.Days, Why = "A candidate becomes a probationary member after so many days, or after the class hours below. Never less than the rules ask for.", Source = "中国共产党发展党员工作细则 第十七条")]
    public int TrainingDays { get; init; } = 3;

    [Display(Name = "Class hours of training before the admission"), Range(24, 240)]
    [Setting(SettingGroup.Study, Unit = SettingUnit.ClassHoursInAll, Why = "Counted from the sessions of classes for candidates that somebody attended or made up.", Source = "中国共产党发展党员工作细则 第十七条")]
    public int TrainingHours { get; init; } = 24;

    [Display(Name = "Quiet hours of e-mail begin at"), Range(18, 24)]
    [Setting(SettingGroup.Mail, Unit = SettingUnit.HourOfDay, Why = "From then on e-mail waits for the morning; 24: it does not. Codes that somebody asks for come at once.")]
    public int MailQuietFrom { get; init; } = 22;

    [Display(Name = "Quiet hours of e-mail end at"), Range(0, 12)]
    [Setting(SettingGroup.Mail, Unit = SettingUnit.HourOfDay, Why = "What waited is sent then. Messages stand on the portal at every hour.")]
    public int MailQuietUntil { get; init; } = 7;

    [Display(Name = "The e-mail of the day is sent from"), Range(6, 20)]
    [Setting(SettingGroup.Mail, Unit = SettingUnit.HourOfDay, Why = "For those who want their messages together, once a day.")]
    public int MailDigestHour { get; init; } = 9;

    [Display(Name = "E-mail names the titles of internal notices")]
    [Setting(SettingGroup.Mail, Why = "A title may name a person, and mail is read by other machines on its way. Titles of notices for the Internet are always named.")]
    public bool MailNamesTitles { get; init; }

    [Display(Name = "An activation slip is good for"), Range(1, 60)]
    [Setting(SettingGroup.Accounts, Unit = SettingUnit.Days, Why = "Slips that are printed already keep their day.")]
    public int ActivationSlipDays { get; init; } = 14;

    [Display(Name = "A reset slip is good for"), Range(10, 60)]
    [Setting(SettingGroup.Accounts, Unit = SettingUnit.Minutes, Why = "Whoever finds a lost slip could open the account for so long.", Source = "OWASP ASVS 5.0, 6.4.3")]
    public int ResetSlipMinutes { get; init; } = 60;

    [Display(Name = "Offices need a second factor")]
    [Setting(SettingGroup.Accounts, Why = "Secretaries and administrators enter a code from their telephone beside the password.", Source = "GB/T 22239-2019（待核）")]
    public bool OfficesNeedSecondFactor { get; init; } = true;

    [Display(Name = "Sign out after nothing was asked for"), Range(5, 120)]
    [Setting(SettingGroup.Accounts, Unit = SettingUnit.Minutes, Why = "Two minutes before, the page asks whether to stay.", Source = "OWASP ASVS 5.0, 7.3.1; GB/T 22239-2019（待核）")]
    public int IdleMinutes { get; init; } = 30;

    [Display(Name = "Sign out in any case after"), Range(1, 24)]
    [Setting(SettingGroup.Accounts, Unit = SettingUnit.Hours, Why = "Applies from the next sign-in on.", Source = "OWASP ASVS 5.0, 7.3.2")]
    public int SessionHours { get; init; } = 12;

    [Display(Name = "Wrong passwords until an account is locked"), Range(3, 10)]
    [Setting(SettingGroup.Accounts, Unit = SettingUnit.Attempts, Why = "The answer is the same for a name that does not exist.", Source = "OWASP ASVS 5.0, 6.3.1; GB/T 22239-2019（待核）")]
    public int FailuresToLock { get; init; } = 5;

    [Display(Name = "A locked account stays locked for"), Range(1, 1440)]
    [Setting(SettingGroup.Accounts, Unit = SettingUnit.Minutes, Why = "Long enough to stop guessing, short enough not to keep its owner out for a day.")]
    public int LockedMinutes { get; init; } = 15;

    [Display(Name = "Networks from which people sign in"), StringLength(TextMaxLength)]
    [Setting(SettingGroup.Accounts, Why = "Named networks with their ranges, as: campus 10.0.0.0/8; VPN 172.16.0.0/12. From elsewhere only public pages open. Empty: no limit. The machine itself always may.")]
    public string? SignedInNetworks { get; init; }

    [Display(Name = "How to get into these networks"), StringLength(TextMaxLength)]
    [Setting(SettingGroup.Accounts, Why = "Said to whoever comes from elsewhere: where the VPN of the university is and who helps.")]
    public string? HowToGetIn { get; init; }

    [Display(Name = "Collect identity numbers")]
    [Setting(SettingGroup.People, Why = "Off: records have no field for them. On: they are kept encrypted, shown masked, and each look is recorded.", Source = "个人信息保护法（待核）")]
    public bool CollectsIdNumbers { get; init; }

    [Display(Name = "Take feedback")]
    [Setting(SettingGroup.Feedback, Why = "Off: the form is shut, and what came before can still be read and answered.")]
    public bool TakesFeedback { get; init; } = true;

    [Display(Name = "Contact outside the branch"), StringLength(TextMaxLength)]
    [Setting(SettingGroup.Feedback, Why = "Where somebody turns who suffers for having spoken: outside every branch of the portal. Without it no feedback is taken.", Source = "中国共产党党员权利保障条例; 12388（待核）")]
    public string? OutsideContact { get; init; } = "12388";

    [Display(Name = "Count who supports an idea")]
    [Setting(SettingGroup.Feedback, Why = "Off: the idea box has no counter. On: whoever is signed in may support an idea once, and nobody can see who did.")]
    public bool CountsSupport { get; init; }

    [Display(Name = "Feedback is taken up within"), Range(1, 10)]
    [Setting(SettingGroup.Feedback, Unit = SettingUnit.WorkingDays, Why = "Counted from the day after the message by the working-day calendar. The sender sees that somebody works on it.", Source = "国办秘函〔2019〕19号（待核）")]
    public int FeedbackTakeUpDays { get; init; } = 1;

    [Display(Name = "Feedback is answered within"), Range(1, 60)]
    [Setting(SettingGroup.Feedback, Unit = SettingUnit.WorkingDays, Why = "The office may take more time twice and says why. Messages that exist keep their day.", Source = "国办秘函〔2019〕19号（待核）")]
    public int FeedbackAnswerDays { get; init; } = 5;

    [Display(Name = "Feedback is closed within"), Range(1, 90)]
    [Setting(SettingGroup.Feedback, Unit = SettingUnit.WorkingDays, Why = "Nothing is closed without an answer.", Source = "信访工作条例（待核）")]
    public int FeedbackCloseDays { get; init; } = 15;

    [Display(Name = "Feedback may be reopened for"), Range(1, 60)]
    [Setting(SettingGroup.Feedback, Unit = SettingUnit.Days, Why = "Once, by its sender, counted from the day on which it was closed.")]
    public int FeedbackReopenDays { get; init; } = 10;

    [Display(Name = "Hours of the support desk"), StringLength(TextMaxLength)]
    [Setting(SettingGroup.Support, Why = "When somebody reads questions about the portal; said before a question is sent. Empty: not said.")]
    public string? SupportHours { get; init; } = "工作日 8:30–11:30、14:00–17:00";

    [Display(Name = "Hours in English"), StringLength(TextMaxLength)]
    [Setting(SettingGroup.Support, Why = "On the English pages; empty: the Chinese words.")]
    public string? SupportHoursInEnglish { get; init; } = "working days, 8:30–11:30 and 14:00–17:00";

    [Display(Name = "Contact of the support desk"), StringLength(TextMaxLength)]
    [Setting(SettingGroup.Support, Why = "A telephone number or a room, for those who cannot sign in.")]
    public string? SupportContact { get; init; }

    [Display(Name = "A question is usually answered within"), Range(1, 20)]
    [Setting(SettingGroup.Support, Unit = SettingUnit.WorkingDays, Why = "Said before a question is sent, as what is usual and not as a promise.")]
    public int SupportAnswerDays { get; init; } = 2;

    [Display(Name = "Closed questions are deleted after"), Range(1, 24)]
    [Setting(SettingGroup.Support, Unit = SettingUnit.Months, Why = "Until then whoever asked may write again under them.")]
    public int TicketMonths { get; init; } = 6;

    [Display(Name = "What readers say of a page is deleted after"), Range(30, 730)]
    [Setting(SettingGroup.Support, Unit = SettingUnit.Days, Why = "So are the words that were searched in the help in vain.")]
    public int OpinionDays { get; init; } = 180;

    [Display(Name = "Attempts to sign in"), Range(5, 1000)]
    [Setting(SettingGroup.Limits, Unit = SettingUnit.PerMinute, Why = "A campus is often one address: keep it high.")]
    public int SignInsPerMinute { get; init; } = 600;

    [Display(Name = "Messages of feedback"), Range(1, 1000)]
    [Setting(SettingGroup.Limits, Unit = SettingUnit.PerMinute, Why = "A campus is often one address: keep it high.")]
    public int FeedbackPerMinute { get; init; } = 30;

    [Display(Name = "Receipt and slip codes tried"), Range(5, 1000)]
    [Setting(SettingGroup.Limits, Unit = SettingUnit.PerMinute, Why = "Codes are too long to be guessed; this keeps machines from trying.")]
    public int CodesPerMinute { get; init; } = 300;

    [Display(Name = "Exports"), Range(1, 1000)]
    [Setting(SettingGroup.Limits, Unit = SettingUnit.PerMinute, Why = "Counted by account.")]
    public int ExportsPerMinute { get; init; } = 20;

    [Display(Name = "Searches"), Range(10, 10000)]
    [Setting(SettingGroup.Limits, Unit = SettingUnit.PerMinute, Why = "Counted by account; of strangers by address, and a campus is often one address: keep it high.")]
    public int SearchesPerMinute { get; init; } = 600;
}
