using System.Text;

namespace PartyPortal.Browser.Tests;

public sealed class SendingFiles(RunningPortal portal) : Journey(portal)
{
    private static readonly FilePayload Form = new() { Name = "申请表.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("姓名：\n") };
    private static readonly FilePayload Page = new() { Name = "page.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes("<html>") };

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_secretary_attaches_a_file_to_a_notice_and_a_reader_finds_it(string device)
    {
        var secretary = await SignInAsAsync("secretary", Device.Named(device));
        await secretary.OpenAsync("/desk/notices/new");
        await secretary.Page.GetByLabel("标题").FillAsync("关于填写申请表的通知");
        await secretary.Page.Locator(".editor [contenteditable]").FillAsync("请下载附件并填写。");

        await secretary.Page.GetByLabel("添加附件").SetInputFilesAsync(Form);
        await Expect(secretary.Page.GetByText("上传完成，保存表单后生效。")).ToBeVisibleAsync();
        await secretary.Page.ShouldBeAccessibleAsync();
        await secretary.Page.ShouldFitNarrowPhonesAsync();
        await secretary.PictureAsync($"sending-files-{device}");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();

        await Expect(secretary.Page.GetByRole(AriaRole.Link, new() { Name = "申请表.txt" })).ToBeVisibleAsync();
        await secretary.Page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task What_may_not_be_sent_is_told_beside_the_file_and_can_be_removed_by_keyboard()
    {
        var secretary = await SignInAsAsync("secretary", Device.Desktop);
        await secretary.OpenAsync("/en/desk/notices/new");
        var field = secretary.Page.GetByLabel("Add attachments");

        await field.SetInputFilesAsync([Page, Form]);
        await Expect(secretary.Page.GetByText("“page.html” is of a kind that is not taken here.")).ToBeVisibleAsync();
        await Expect(secretary.Page.GetByText("Arrived.")).ToBeVisibleAsync();
        await secretary.Page.ShouldBeAccessibleAsync();

        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the file" }).First.FocusAsync();
        await secretary.Page.Keyboard.PressAsync("Enter");
        await Expect(secretary.Page.GetByText("page.html")).ToHaveCountAsync(0);
        await Expect(field).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_large_file_is_paused_and_gone_on_with()
    {
        var secretary = await SignInAsAsync("secretary", Device.Desktop);
        await secretary.OpenAsync("/en/desk/notices/new");
        var large = Path.Combine(Directory.CreateTempSubdirectory("portal-upload-").FullName, "film.webm");
        await using (var file = File.Create(large))
        {
            await file.WriteAsync(new byte[] { 0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x84, 0x77, 0x65, 0x62, 0x6D });
            file.SetLength(60 * 1024 * 1024);
        }

        // The third piece waits for the pause, however fast the machine is.
        var (pieces, paused) = (0, new TaskCompletionSource());
        await secretary.Page.RouteAsync("**/uploads/*", async route =>
        {
            if (route.Request.Method == "PATCH" && ++pieces == 3) await paused.Task;
            await route.ContinueAsync();
        });
        await secretary.Page.GetByLabel("Add attachments").SetInputFilesAsync(large);
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(secretary.Page.GetByText("Paused")).ToBeVisibleAsync();
        paused.SetResult();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

        await Expect(secretary.Page.GetByText("Arrived. It is kept when you save the form.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Directory.Delete(Path.GetDirectoryName(large)!, recursive: true);
    }
}
