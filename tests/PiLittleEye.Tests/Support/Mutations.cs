using System.Diagnostics;

namespace PiLittleEye.Tests.Support;

/// <summary>
/// Good inputs made bad, again and again: signs changed, cut, doubled, put into one another. The same ones in every run. A reader must bear
/// each of them without an exception and with memory that the input's length bounds.
/// </summary>
internal static class Mutations
{
    /// <summary>Set to a number, or to <c>nightly</c> for ten million.</summary>
    private const string Variable = "PILITTLEEYE_FUZZ";

    // Objects that any call makes, besides what grows with its input.
    private const int AllowedAlways = 16_384;

    private static readonly byte[] s_signs = [.. "<>()@,;:\\\"[]=.-_ \t\r\n\0/?&#%+*'0159aZ\u00FF\u0080".Select(sign => (byte)sign)];

    public static int Inputs =>
        Environment.GetEnvironmentVariable(Variable) switch
        {
            "nightly" => 10_000_000,
            { Length: > 0 } number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture),
            _ => 200_000,
        };

    /// <param name="seeds">Good ones.</param>
    /// <param name="read">What is tried.</param>
    /// <param name="perByte">Bytes of memory it may take for each byte of the input.</param>
    public static void Try(IReadOnlyList<string> seeds, Action<byte[]> read, int perByte = 40)
    {
        var bytes = seeds.Select(System.Text.Encoding.Latin1.GetBytes).ToList();
        // Whatever is made once is made before anything is measured.
        bytes.ForEach(read);
        var noise = new Noise(seed: 4);
        for (var index = 0; index < Inputs; index++)
        {
            Measure(Mutate(bytes, noise), read, perByte);
        }

        foreach (var sign in s_signs)
        {
            var endless = new byte[65_536];
            endless.AsSpan().Fill(sign);
            Measure(endless, read, perByte);
            foreach (var seed in bytes)
            {
                // A good one that begins again and again, with the sign in between.
                Measure(
                    [.. Enumerable.Repeat<byte[]>([.. seed, sign], 65_536 / (seed.Length + 1)).SelectMany(part => part)],
                    read,
                    perByte
                );
            }
        }
    }

    private static void Measure(byte[] input, Action<byte[]> read, int perByte)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var begun = Stopwatch.GetTimestamp();
        try
        {
            read(input);
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{failure.GetType().Name} {failure.Message} for {Convert.ToBase64String(input[..Math.Min(input.Length, 2000)])}");
        }

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken <= AllowedAlways + ((long)perByte * input.Length), $"{taken} bytes taken for {input.Length}");
        // Far more than 64 KB need, on a machine that does other things besides.
        Assert.True(
            Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(5),
            $"{input.Length} bytes took {Stopwatch.GetElapsedTime(begun)}"
        );
    }

    private static byte[] Mutate(List<byte[]> seeds, Noise noise)
    {
        var input = new List<byte>(seeds[noise.Next(seeds.Count)]);
        for (var change = 1 + noise.Next(5); change > 0; change--)
        {
            var at = noise.Next(input.Count + 1);
            var length = Math.Min(1 + noise.Next(11), input.Count - at);
            switch (noise.Next(6))
            {
                case 0:
                    input.Insert(at, s_signs[noise.Next(s_signs.Length)]);
                    break;
                case 1:
                    input.RemoveRange(at, length);
                    break;
                case 2:
                    input.InsertRange(at, input.GetRange(at, length));
                    break;
                case 3 when at < input.Count:
                    input[at] = (byte)noise.Next(256);
                    break;
                case 4:
                    input.RemoveRange(at, input.Count - at);
                    break;
                default:
                    var other = seeds[noise.Next(seeds.Count)];
                    var from = noise.Next(other.Length + 1);
                    input.InsertRange(at, other[from..Math.Min(other.Length, from + noise.Next(40))]);
                    break;
            }
        }

        return [.. input];
    }
}
