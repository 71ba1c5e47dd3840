using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>A small SMTP server on loopback: keeps what it takes, refuses what it is told to, may be slow, silent or away.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _received = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private CancellationTokenSource _open = new();

    public SmtpSink()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener, _open.Token);
    }

    public int Port { get; }

    public IReadOnlyList<MimeMessage> Received => [.. _received];

    /// <summary>The answer to a receiver's address; null takes it.</summary>
    public Func<string, string?> Refuse { get; set; } = _ => null;

    /// <summary>Before each answer.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Takes the message and never says so.</summary>
    public bool IsSilent { get; set; }

    public IEnumerable<MimeMessage> To(string address) => Received.Where(m => m.To.Mailboxes.Any(to => to.Address == address));

    public void GoAway()
    {
        _open.Cancel();
        _listener.Stop();
    }

    public void ComeBack()
    {
        (_open, _listener) = (new CancellationTokenSource(), new TcpListener(IPAddress.Loopback, Port));
        _listener.Start();
        _ = AcceptAsync(_listener, _open.Token);
    }

    public void Dispose()
    {
        GoAway();
        _open.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken open)
    {
        while (!open.IsCancellationRequested)
        {
            try
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync(open), open);
            }
            catch (SocketException) when (!open.IsCancellationRequested)
            {
                // The caller was killed before it was let in.
            }
        }
    }

    private async Task TalkAsync(TcpClient client, CancellationToken open)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        await SayAsync("220 sink");
        while (await reader.ReadLineAsync(open) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA") await TakeAsync(line);
            else await SayAsync(verb == "RCPT" && Refuse(line[(line.IndexOf('<') + 1)..line.IndexOf('>')]) is { } refusal ? refusal : verb == "QUIT" ? "221 bye" : "250 ok");
            if (verb == "QUIT") return;
        }

        async Task TakeAsync(string _)
        {
            await SayAsync("354 go on");
            var text = new StringBuilder();
            while (await reader.ReadLineAsync(open) is { } part && part != ".") text.Append(part.StartsWith("..", StringComparison.Ordinal) ? part[1..] : part).Append("\r\n");
            _received.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString())), open));
            await SayAsync(IsSilent ? null : "250 taken");
        }

        async Task SayAsync(string? answer)
        {
            if (Pause > TimeSpan.Zero) await Task.Delay(Pause, open);
            if (answer is not null) await writer.WriteLineAsync(answer);
        }
    }
}
