namespace PiLittleEye.Audit;

/// <summary>Requests about which the log says something already: nobody else writes a second row about the same.</summary>
internal static class ToldRequests
{
    private static readonly object s_isTold = new();

    public static void MarkTold(this HttpContext context) => context.Items[s_isTold] = s_isTold;

    public static bool IsTold(this HttpContext context) => context.Items.ContainsKey(s_isTold);
}
