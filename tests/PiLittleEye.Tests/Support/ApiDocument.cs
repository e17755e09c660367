using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Architecture;

namespace PiLittleEye.Tests.Support;

/// <summary>Makes the description of the API from the routes of the running appliance and the sentences of <see cref="ApiNotes"/>.</summary>
internal static partial class ApiDocument
{
    /// <summary>Set, the tests write what they made instead of comparing; then somebody looks at the difference.</summary>
    public const string WriteVariable = "PILITTLEEYE_WRITE_APPROVED";

    private const string Problem = "Problem";

    public static bool IsToBeWritten => Environment.GetEnvironmentVariable(WriteVariable) is { Length: > 0 };

    public static string File => Path.Combine(House.Source, "Web", "openapi.json");

    /// <summary>As it is shipped.</summary>
    public static JsonNode Shipped => JsonNode.Parse(System.IO.File.ReadAllText(File))!;

    /// <summary>Method and path of everything that the shipped one describes.</summary>
    public static IReadOnlyList<(string Method, string Path, JsonNode Operation)> Operations =>
        [
            .. from path in Shipped["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where operation.Key is not "parameters"
            select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!),
        ];

    public static async Task<string> MakeAsync()
    {
        await using var application = await PiLittleEyeApplication.StartAsync(services => services.AddOpenApi("v1", Configure));
        var document = await application
            .Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1")
            .GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, TestContext.Current.CancellationToken) + "\n";
    }

    private static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddOperationTransformer(Describe);
        options.AddDocumentTransformer(Complete);
    }

    private static Task Describe(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var method = context.Description.HttpMethod!;
        // As the document names it: without the kind of a value.
        var path = "/" + ValueKind().Replace(context.Description.RelativePath!, "}").TrimEnd('/');
        var note = ApiNotes.Of(method, path);
        operation.Summary = note?.Summary;
        operation.Description = note?.Detail;
        operation.OperationId =
            $"{method.ToLowerInvariant()}{string.Concat(path.Split('/', '.', '-', '{', '}').Skip(1).Where(word => word is not "api" and not "v1" and not "").Select(word => $"_{word}"))}";
        operation.Tags = new HashSet<OpenApiTagReference> { new(ApiNotes.Room(path), context.Document) };
        foreach (var (name, meaning) in note?.Query ?? [])
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Query,
                    Description = meaning,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
        }

        // The routes take any type and refuse all but this one.
        if (operation.RequestBody?.Content is { } content && content.Remove("*/*", out var body))
        {
            content["application/json"] = body;
        }

        operation.Responses ??= [];
        if (note?.ContentType is { } contentType)
        {
            operation.Responses["200"] = new OpenApiResponse
            {
                Description = "OK",
                Content = new Dictionary<string, OpenApiMediaType> { [contentType] = new OpenApiMediaType() },
            };
        }

        operation.Responses["default"] = new OpenApiResponseReference(Problem, context.Document);
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [];
        }
        else
        {
            operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
            operation.Extensions["x-policy"] = new JsonNodeExtension(
                metadata.OfType<IAuthorizeData>().Select(rule => rule.Policy).FirstOrDefault() ?? "caller"
            );
        }

        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Pi Little Eye",
            Version = "1",
            Description =
                "A camera beside a 3D printer. Times are UTC (ISO 8601). Errors are problem+json (RFC 9457); its type is a URN that programs "
                + "may rely on, title and detail are for people. x-policy says whom an operation is for.",
        };
        // Whatever name or address the reader came by.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.Responses ??= new Dictionary<string, IOpenApiResponse>();
        document.Components.Responses[Problem] = new OpenApiResponse
        {
            Description = "It did not work: what happened, what it means, what to do.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new OpenApiMediaType { Schema = ProblemSchema() },
            },
        };
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["session"] = Scheme(
                SecuritySchemeType.ApiKey,
                ParameterLocation.Cookie,
                SessionCookie.Name,
                "A person's session, opened by POST /api/v1/session. Changes are only taken from this camera's own page."
            ),
            ["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "KEY.SECRET of a key.",
            },
            ["basic"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "basic",
                Description = "The key as name, its secret as password.",
            },
            ["appkey"] = Scheme(
                SecuritySchemeType.ApiKey,
                ParameterLocation.Query,
                "appkey",
                "The key, with the secret as another parameter; for pictures only."
            ),
            ["secret"] = Scheme(SecuritySchemeType.ApiKey, ParameterLocation.Query, "secret", "The secret of the key in appkey."),
            ["ticket"] = Scheme(
                SecuritySchemeType.ApiKey,
                ParameterLocation.Query,
                "ticket",
                "A link's ticket; for the pictures of its one camera."
            ),
        };
        document.Security =
        [
            Requirement(document, "session"),
            Requirement(document, "bearer"),
            Requirement(document, "basic"),
            Requirement(document, "appkey", "secret"),
            Requirement(document, "ticket"),
        ];
        document.Tags = document
            .Paths.Keys.Select(ApiNotes.Room)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => new OpenApiTag { Name = name })
            .ToHashSet();
        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme Scheme(SecuritySchemeType type, ParameterLocation place, string name, string description) =>
        new()
        {
            Type = type,
            In = place,
            Name = name,
            Description = description,
        };

    private static OpenApiSecurityRequirement Requirement(OpenApiDocument document, params string[] schemes)
    {
        var requirement = new OpenApiSecurityRequirement();
        foreach (var scheme in schemes)
        {
            requirement[new OpenApiSecuritySchemeReference(scheme, document)] = [];
        }

        return requirement;
    }

    private static OpenApiSchema ProblemSchema() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("A URN, stable: urn:pi-little-eye:problem:CODE."),
                ["title"] = Text("What happened."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = Text("What it means and what to do."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "For each wrong setting its sentences.",
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            },
        };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    [GeneratedRegex(":[a-z]+}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValueKind();
}
