using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PiLittleEye.Tests.Architecture;

/// <summary>
/// Who uses whom, read from the compiled program. Unlike a search through the text it sees uses written without a using line, inside
/// code the compiler generates, and as generic arguments. It does not see nameof and constants: they leave no trace.
/// </summary>
internal sealed class CodeMap : IDisposable
{
    private const string Root = "PiLittleEye.";

    private readonly ModuleDefinition _module;

    public CodeMap(string assembly) => _module = ModuleDefinition.ReadModule(assembly);

    public IEnumerable<TypeDefinition> Types =>
        _module.Types.Where(type => type.Namespace.StartsWith("PiLittleEye", StringComparison.Ordinal));

    /// <summary>The first folder of a type, or null for what is not ours.</summary>
    public static string? RoomOf(TypeReference type)
    {
        var outermost = Outermost(type);
        return outermost.Namespace.StartsWith(Root, StringComparison.Ordinal) ? outermost.Namespace[Root.Length..].Split('.')[0] : null;
    }

    /// <summary>Every use of one type by another, nested and generated types counted for their outermost one.</summary>
    public IEnumerable<(TypeDefinition From, TypeReference To)> Uses() =>
        Types.SelectMany(type => WithNested(type).SelectMany(UsedBy).SelectMany(Flatten).Select(used => (type, used)));

    public void Dispose() => _module.Dispose();

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type;
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Methods.SelectMany(UsedBy),
        ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method)
    {
        IEnumerable<TypeReference?> signature =
        [
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method.CustomAttributes.Select(attribute => attribute.AttributeType),
        ];
        return method.HasBody ? [.. signature, .. UsedBy(method.Body)] : signature;
    }

    private static IEnumerable<TypeReference?> UsedBy(MethodBody body) =>
        [
            .. body.Variables.Select(local => local.VariableType),
            .. body.ExceptionHandlers.Select(handler => handler.CatchType),
            .. body.Instructions.SelectMany(UsedBy),
        ];

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod generic => [.. Signature(generic), .. generic.GenericArguments],
            MethodReference method => Signature(method),
            _ => [],
        };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference> Flatten(TypeReference? type) =>
        type switch
        {
            null => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Flatten).Prepend(generic.ElementType),
            TypeSpecification specification => Flatten(specification.ElementType),
            GenericParameter => [],
            _ => [type],
        };
}
