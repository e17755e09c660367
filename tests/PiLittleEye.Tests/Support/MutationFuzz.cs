using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PiLittleEye.Tests.Support;

/// <summary>
/// Throws damaged input at a reader: good samples with octets turned, cut, doubled, joined and sprinkled with what the format holds special, and pure noise.
/// The same inputs in every run; PILITTLEEYE_FUZZ says how many, such as 10000000 for a night.
/// </summary>
internal static class MutationFuzz
{
    private const int Usual = 200_000;
    private const int LongestInput = 64 * 1024;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public static int Inputs =>
        int.TryParse(Environment.GetEnvironmentVariable("PILITTLEEYE_FUZZ"), CultureInfo.InvariantCulture, out var inputs) ? inputs : Usual;

    /// <param name="samples">Good ones.</param>
    /// <param name="special">What to sprinkle in.</param>
    /// <param name="read">What is tried; whatever it throws fails the test and shows the input.</param>
    /// <param name="octetsPerOctet">How much it may allocate for each octet of input, and 16 KB besides.</param>
    /// <param name="share">Of all inputs, in percent: the readers of one format share them.</param>
    public static void Run(
        IReadOnlyList<string> samples,
        IReadOnlyList<string> special,
        Action<byte[]> read,
        int octetsPerOctet,
        int share = 100
    )
    {
        var noise = new Noise(seed: 4);
        var seeds = samples.Select(Encoding.Latin1.GetBytes).ToList();
        var tokens = special.Select(Encoding.Latin1.GetBytes).ToList();
        // Once for what is made at the first use only.
        seeds.ForEach(read);
        for (var number = 0L; number < (long)Inputs * share / 100; number++)
        {
            var input = Make(noise, seeds, tokens);
            var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            try
            {
                read(input);
            }
            catch (Exception fault)
            {
                Assert.Fail($"Input {number} made {fault.GetType().Name}: {fault.Message}\n{Show(input)}\n{fault.StackTrace}");
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(
                allocated <= (16 * 1024) + ((long)octetsPerOctet * input.Length),
                $"Input {number} of {input.Length} octets cost {allocated}: {Show(input)}"
            );
            Assert.True(
                Stopwatch.GetElapsedTime(began) < s_patience,
                $"Input {number} took {Stopwatch.GetElapsedTime(began)}: {Show(input)}"
            );
        }
    }

    private static byte[] Make(Noise noise, List<byte[]> seeds, List<byte[]> tokens)
    {
        if (noise.Next(20) == 0)
        {
            var pure = new byte[noise.Next(200)];
            noise.Fill(pure);
            return pure;
        }

        var input = new List<byte>(seeds[noise.Next(seeds.Count)]);
        for (var changes = 1 + noise.Next(6); changes > 0; changes--)
        {
            Change(noise, input, seeds, tokens);
        }

        return [.. input];
    }

    private static void Change(Noise noise, List<byte> input, List<byte[]> seeds, List<byte[]> tokens)
    {
        var at = noise.Next(input.Count + 1);
        var length = Math.Min(noise.Next(12), input.Count - at);
        switch (noise.Next(7))
        {
            case 0 when at < input.Count:
                input[at] = (byte)noise.Next(256);
                break;
            case 1:
                input.RemoveRange(at, length);
                break;
            case 2:
                input.InsertRange(at, input.GetRange(at, length));
                break;
            case 3:
                input.RemoveRange(at, input.Count - at);
                break;
            case 4:
                var other = seeds[noise.Next(seeds.Count)];
                input.InsertRange(at, other.AsSpan(noise.Next(other.Length)).ToArray());
                break;
            case 5 when noise.Next(50) == 0 && input.Count > 0:
                // Much of the same: depth and length.
                var some = input.GetRange(Math.Min(at, input.Count - 1), Math.Max(1, length));
                for (var times = noise.Next(2000); times > 0 && input.Count + some.Count < LongestInput; times--)
                {
                    input.InsertRange(at, some);
                }

                break;
            default:
                input.InsertRange(at, tokens[noise.Next(tokens.Count)]);
                break;
        }
    }

    private static string Show(byte[] input) =>
        Convert.ToBase64String(input.AsSpan(0, Math.Min(input.Length, 3000)))
        + "\n"
        + Encoding.Latin1.GetString(input.AsSpan(0, Math.Min(input.Length, 500)));
}
