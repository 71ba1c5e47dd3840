using MiniExcelLibs;

namespace PartyPortal.Web.Features.People;

/// <summary>An empty sheet with an example row and, on a second sheet, what belongs into each column. The example row is nobody.</summary>
internal static class RosterTemplate
{
    private static readonly (string Heading, string Example, string Note)[] Columns =
    [
        ("姓名", Roster.Example + "：张小明", "必填。以“示例”开头的行不会导入。"),
        ("学号/工号", "0020261234", "选填，全校唯一。请把整列设为“文本”格式，以保留开头的0。"),
        ("发展阶段", "入党积极分子", "入党申请人、入党积极分子、发展对象、预备党员、正式党员、群众。也可以在导入页面为整张表选择同一阶段。"),
        ("出生日期", "2005-07-04", "选填。2005-07-04、2005.07.04、20050704、2005年7月4日均可。"),
        ("申请入党日期", "2024-10-01", "选填，写法同上。"),
        ("入党日期", "", "选填，支部大会通过接收为预备党员的日期。"),
        ("转正日期", "", "选填，成为正式党员的日期。"),
        ("电子邮箱", "", "选填。"),
        ("手机号码", "", "选填，加密保存。手机号为11位数字，固定电话请带区号。"),
        (IdNumber, "", "确有需要时填写，加密保存。请先把整列设为“文本”格式，否则Excel只保留15位数字。"),
    ];

    private const string IdNumber = "身份证号";

    public static async Task<byte[]> SheetAsync(bool takesIdNumbers)
    {
        var columns = Columns.Where(column => takesIdNumbers || column.Heading != IdNumber).ToList();
        using var stream = new MemoryStream();
        await stream.SaveAsAsync(new Dictionary<string, object>
        {
            ["人员"] = new[] { columns.ToDictionary(column => column.Heading, object (column) => column.Example) },
            ["填写说明"] = columns.Select(column => new Dictionary<string, object> { ["列"] = column.Heading, ["说明"] = column.Note }),
        });
        return stream.ToArray();
    }
}
