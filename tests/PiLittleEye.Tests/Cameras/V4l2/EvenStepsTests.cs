using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Cameras.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class EvenStepsTests
{
    [Fact]
    public void It_holds_exactly_the_even_numbers_that_the_steps_reach()
    {
        var ranges =
            from min in Gen.Choose(0, 40)
            from room in Gen.Choose(0, 60)
            from step in Gen.Choose(0, 9)
            from value in Gen.Choose(-10, 120)
            select (min, max: min + room, step, value);
        Prop.ForAll(
                ranges.ToArbitrary(),
                range =>
                {
                    var numbers = new List<int>();
                    for (var number = range.min; number <= range.max; number += Math.Max(range.step, 1))
                    {
                        if (number % 2 == 0)
                        {
                            numbers.Add(number);
                        }
                    }

                    var steps = new EvenSteps(range.min, range.max, range.step);
                    Assert.Equal(numbers.Count == 0, steps.IsEmpty);
                    if (numbers.Count > 0)
                    {
                        Assert.Equal(
                            numbers.Find(number => number >= range.value) is var up and > 0 ? up : Top(),
                            steps.NotBelow(range.value)
                        );
                        Assert.Equal(
                            numbers.FindLast(number => number <= range.value) is var down and > 0 ? down : numbers[0],
                            steps.NotAbove(range.value)
                        );
                    }

                    return true;

                    // Find says zero for "none", and zero itself may be the first of the numbers.
                    int Top() => numbers[0] == 0 && range.value <= 0 ? 0 : numbers[^1];
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20_261_121, 7).WithQuietOnSuccess(true));
    }
}
