using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class FromFieldTests
{
    private static readonly string[] s_names =
    [
        "",
        "Alice ",
        "Alice B. Carol ",
        "\"Alice (at home) <bob@example.org>\" ",
        "\"A \\\"quoted\\\" name\" ",
        "=?utf-8?Q?Alice_=F0=9F=93=B7?= ",
        "(a comment (in a comment)) Alice ",
        "Al\u00EDce ",
    ];

    [Theory]
    [InlineData("alice@example.com")]
    [InlineData("<alice@example.com>")]
    [InlineData("Alice <alice@example.com>")]
    [InlineData("\"Alice, Bob\" <ALICE@Example.com>")]
    [InlineData("\"bob@example.org\" <alice@example.com>")]
    [InlineData("alice@example.com (Alice)")]
    [InlineData("(x) alice (y) @ (z) example.com (bob@example.org)")]
    [InlineData("Alice < alice @ example.com >")]
    [InlineData("Alice\r\n\t<alice@example.com>")]
    [InlineData("\"alice\"@example.com")]
    public void One_address_is_read_however_it_is_written(string from) =>
        Assert.Equal("alice@example.com", FromField.ReadOne(from)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Alice")]
    [InlineData("alice@example.com, bob@example.org")]
    [InlineData("Alice <alice@example.com>, Bob <bob@example.org>")]
    [InlineData("Alice <alice@example.com> <bob@example.org>")]
    [InlineData("alice@example.com <bob@example.org>")]
    [InlineData("alice@example.com bob@example.org")]
    [InlineData("alice@example.com,")]
    [InlineData("Friends: alice@example.com;")]
    [InlineData("<@relay.example.org:alice@example.com>")]
    [InlineData("Alice alice@example.com")]
    [InlineData("<alice@example.com")]
    [InlineData("alice@example.com>")]
    [InlineData("alice@example.com (never closed")]
    [InlineData("\"never closed <alice@example.com>")]
    [InlineData("<alice@example.com@example.org>")]
    [InlineData("<>")]
    [InlineData("alice@[127.0.0.1]")]
    public void What_can_be_read_in_two_ways_or_in_none_counts_for_nobody(string from) => Assert.Null(FromField.ReadOne(from));

    [Fact]
    public void There_is_exactly_one_such_header()
    {
        MailHeader alice = new("From", "alice@example.com");
        Assert.NotNull(FromField.Read([new("Subject", "x"), alice]));
        Assert.NotNull(FromField.Read([new("FROM", "alice@example.com"), new("Sender", "bob@example.org")]));
        Assert.Null(FromField.Read([]));
        Assert.Null(FromField.Read([alice, alice]));
        Assert.Null(FromField.Read([alice, new("from ", "bob@example.org")]));
    }

    [Fact]
    public void A_domain_in_another_script_is_compared_as_the_dns_has_it()
    {
        // Octets of UTF-8, as headers are handed over.
        var from = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Alice <alice@b\u00FCcher.example>"));
        Assert.Equal("alice@xn--bcher-kva.example", FromField.ReadOne(from)?.ToString());
    }

    [Fact]
    public void Whatever_name_stands_before_it_the_address_is_the_address()
    {
        var some =
            from name in Gen.Elements(s_names)
            from local in Gen.Elements("a", "alice+1", "o'neil", "x.y_z")
            from domain in Gen.Elements("example.com", "MAIL.example.co.uk", "xn--bcher-kva.example")
            from comment in Gen.Elements("", " (x@y.z)", "\t")
            select (From: $"{name}<{local}@{domain}>{comment}", Address: $"{local}@{domain}".ToLowerInvariant());
        Prop.ForAll(some.ToArbitrary(), one => Assert.Equal(one.Address, FromField.ReadOne(one.From)?.ToString()))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_comes_is_read_within_bounds()
    {
        string[] seeds =
        [
            "Alice <alice@example.com>",
            "\"A \\\"quoted\\\" name\" (c (d) \\) e) <alice@example.com>",
            "(x) alice (y) @ (z) b\u00FCcher.example (bob@example.org)",
            "Friends: alice@example.com, <@relay.example.org:alice@example.com>;",
        ];
        Mutations.Try(
            seeds,
            input =>
            {
                if (FromField.ReadOne(Encoding.Latin1.GetString(input)) is { } address)
                {
                    // What is read is an address in the form in which it is compared.
                    Assert.Equal(address, MailAddress.Parse(address.ToString()));
                }
            }
        );
    }
}
