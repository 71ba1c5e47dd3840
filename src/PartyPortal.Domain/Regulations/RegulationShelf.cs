namespace PartyPortal.Domain.Regulations;

/// <summary>What the portal rests on, in the portal's own words: titles, numbers and articles are quoted, sentences never.</summary>
public static class RegulationShelf
{
    public static readonly IReadOnlyList<Regulation> All =
    [
        new("development", Key("Rules on the admission of Party members"), "《中国共产党发展党员工作细则》", new(2026, 5, 18), "发展党员工作细则")
        {
            Articles =
            [
                new("5", Key("Whoever has turned eighteen may apply.")),
                new("6", Key("The application is written, and goes to the organisation where one works or studies.")),
                new("7", Key("The organisation sends somebody to talk with the applicant within a month."), Page: "/development"),
                new("8", Key("Activists are recommended, chosen by the branch committee, and reported upwards.")),
                new("9", Key("One or two full members accompany each activist.")),
                new("13", Key("At least a year of education, looked at every half year; before somebody is listed as a candidate, a public posting of at least five working days."), Page: "/development"),
                new("16", Key("Without a political review that is passed nobody is admitted.")),
                new("17", Key("Candidates are trained together, as a rule for at least three days or twenty-four class hours.")),
                new("19", Key("The branch meeting follows within a month of the pre-review."), Page: "/development"),
                new("20", Key("The branch meeting votes in secret.")),
                new("25", Key("The committee above decides within three months, in special cases within six."), Page: "/development"),
                new("29", Key("The oath is taken, as a rule within a month of the approval."), IsVerified: false, Page: "/development"),
                new("31", Key("The probation lasts a year, from the day of the branch meeting."), Page: "/development"),
                new("33", Key("The committee above decides on the conversion within three months."), Page: "/development"),
            ],
            Changes =
            [
                new("13", Key("Public posting before somebody becomes a candidate"), Key("Not named for the whole country."), Key("At least five working days.")),
                new("19", Key("Branch meeting after the pre-review"), Key("No term is known."), Key("Within a month."), IsVerified: false),
                new("29", Key("Oath after the approval"), Key("No term is known."), Key("As a rule within a month."), IsVerified: false),
            ],
        },
        new("education", Key("Regulation on the education and management of Party members"), "《中国共产党党员教育管理工作条例》", new(2019, 5, 6), "党员教育管理工作条例")
        {
            Articles =
            [
                new("16", Key("A theme day is held each month, on a fixed day where that is possible.")),
                new("17", Key("A meeting on organisational life is held at least once a year.")),
                new("18", Key("Members are reviewed once a year.")),
                new("20", Key("Members study at least thirty-two class hours a year."), IsVerified: false, Page: "/study"),
                new("23", Key("Old and ill members are not held to it; study comes to them."), IsVerified: false, Page: "/study"),
                new("25", Key("Whoever is away for six months or longer, at a fixed place, transfers."), IsVerified: false, Page: "/guides"),
                new("35–38", Key("Education and management use information technology, on the screen and beside it."), IsVerified: false),
            ],
        },
        new("branch", Key("Regulation on the work of branches (trial)"), "《中国共产党支部工作条例（试行）》", new(2018, 10, 28), "支部工作条例")
        {
            Articles =
            [
                new("11", Key("The general meeting of a branch is held as a rule once a quarter."), IsVerified: false),
                new("12", Key("The branch committee meets as a rule once a month."), IsVerified: false),
                new("13", Key("Groups meet as a rule once a month."), IsVerified: false),
            ],
        },
        new("elections", Key("Regulation on elections in grass-roots organisations"), "《中国共产党基层组织选举工作条例》", new(2020, 7, 13), "基层组织选举工作条例")
        {
            Articles =
            [
                new("3", Key("A term is ended earlier or later by a year at most, with approval.")),
                new("5", Key("Full members vote and may be elected; probationary members do not."), IsVerified: false),
            ],
        },
        new("dues", Key("Provisions on membership dues"), "《关于中国共产党党费收缴、使用和管理的规定》（中组发〔2008〕3号）", null, "党费收缴")
        {
            Articles =
            [
                new("2", Key("Whoever earns wages pays between 0.5 and 2 per cent of them a month, by four steps."), IsVerified: false, Page: "/guides"),
                new("6", Key("Students pay 0.2 yuan a month."), IsVerified: false, Page: "/guides"),
                new("8", Key("Probationary members pay from the day on which the branch meeting passed them."), IsVerified: false, Page: "/guides"),
                new("12", Key("What is paid later goes back six months at most, as a rule."), IsVerified: false, Page: "/guides"),
            ],
        },
        new("personal-data", Key("Personal Information Protection Law"), "《中华人民共和国个人信息保护法》", new(2021, 11, 1), "个人信息保护法")
        {
            Articles =
            [
                new("6", Key("No more is collected than the purpose needs."), IsVerified: false, Page: "/privacy"),
                new("17", Key("People are told who processes what, why, and for how long."), IsVerified: false, Page: "/privacy"),
                new("28", Key("A specific identity is sensitive: it needs a purpose, a necessity and strict protection."), IsVerified: false, Page: "/privacy"),
            ],
        },
        new("burden", Key("Rules on mobile applications of public bodies"), "《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）", new(2026, 1, 25), "政务移动互联网应用程序")
        {
            Articles =
            [
                new("", Key("No needless forms, no forced check-ins, no points and rankings, no counting of time on line, no likes as appraisal."), Page: "/about-this-site"),
                new("", Key("There is a way to complain and to suggest."), Page: "/feedback"),
            ],
        },
    ];

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;
}
