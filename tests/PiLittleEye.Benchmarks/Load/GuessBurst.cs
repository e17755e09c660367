using System.Net;

namespace PiLittleEye.Benchmarks.Load;

/// <summary>A hundred wrong passwords at once, two from each of fifty addresses that were never seen before.</summary>
internal sealed class GuessBurst : IDisposable
{
    public const int Guesses = 100;
    private const int Addresses = 50;

    private readonly List<HttpClient> _clients;

    /// <param name="port">Of the service.</param>
    /// <param name="number">Which burst; each has addresses of its own.</param>
    public GuessBurst(int port, int number) =>
        _clients = [
            .. Enumerable
                .Range(0, Guesses)
                .Select(guess => Visitors.From(new IPAddress([127, 1, (byte)number, (byte)(guess % Addresses + 1)]), port)),
        ];

    public Task ConnectAsync(CancellationToken cancellation) =>
        Task.WhenAll(_clients.Select(client => Visitors.ConnectAsync(client, cancellation)));

    /// <param name="nameOf">At whose account each guesses.</param>
    /// <param name="inTheMiddle">Begun when half of them are on their way.</param>
    /// <param name="cancellation">When nobody waits for the answers any more.</param>
    /// <returns>What each of the hundred was answered.</returns>
    public async Task<HttpStatusCode[]> RunAsync(Func<int, string> nameOf, Func<Task> inTheMiddle, CancellationToken cancellation)
    {
        var half = _clients.Take(Guesses / 2).Select(GuessAsync).ToList();
        var middle = inTheMiddle();
        half.AddRange(_clients.Skip(Guesses / 2).Select((client, number) => GuessAsync(client, (Guesses / 2) + number)));
        await middle;
        return await Task.WhenAll(half);

        Task<HttpStatusCode> GuessAsync(HttpClient client, int number) =>
            Visitors.SignInAsync(client, nameOf(number), "a wrong guess", cancellation);
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());
}
