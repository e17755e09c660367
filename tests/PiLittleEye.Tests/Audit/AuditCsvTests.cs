using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Audit;

public sealed class AuditCsvTests
{
    [Fact]
    public void Every_field_comes_back_from_a_reader_of_rfc_4180()
    {
        Prop.ForAll(
                SomeEntries.Gen.ToArbitrary(),
                entry =>
                {
                    var (expected, row) = (AuditText.Clean(entry), SomeEntries.Row(entry));
                    var fields = Fields(AuditCsv.Line(row));
                    return fields.Count == 11
                        && fields[1] == MomentText.Of(row.At)
                        && Is(fields[2], expected.Kind)
                        && Is(fields[3], expected.Who)
                        && Is(fields[4], expected.From)
                        && Is(fields[5], expected.Camera)
                        && Is(fields[6], expected.Subject)
                        && Is(fields[9], expected.Text)
                        && fields[10] == Convert.ToHexStringLower(row.Hash);
                }
            )
            .Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void No_field_begins_as_a_formula_does()
    {
        Prop.ForAll(
                SomeEntries.Gen.ToArbitrary(),
                entry =>
                    Fields(AuditCsv.Line(SomeEntries.Row(entry))).TrueForAll(field => field.Length == 0 || !"=+-@\t\r".Contains(field[0]))
            )
            .Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void A_row_is_one_line() =>
        Prop.ForAll(
                SomeEntries.Gen.ToArbitrary(),
                entry => AuditCsv.Line(SomeEntries.Row(entry)).IndexOfAny(['\r', '\n']) == AuditCsv.Line(SomeEntries.Row(entry)).Length - 2
            )
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_header_names_as_many_fields_as_a_row_has() => Assert.Equal(11, AuditCsv.Header.TrimEnd().Split(',').Length);

    private static bool Is(string field, string? expected) =>
        field == expected || field == $"'{expected}" || (field.Length == 0 && expected is null);

    // Written from the RFC, by nobody who knows how the line was made.
    private static List<string> Fields(string line)
    {
        Assert.EndsWith("\r\n", line, StringComparison.Ordinal);
        var (fields, field, at) = (new List<string>(), new StringBuilder(), 0);
        var isQuoted = false;
        for (; at < line.Length - 2; at++)
        {
            if (isQuoted && line[at] == '"' && line[at + 1] == '"')
            {
                field.Append(line[at++]);
            }
            else if (line[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && line[at] == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[at]);
            }
        }

        Assert.False(isQuoted);
        return [.. fields, field.ToString()];
    }
}
