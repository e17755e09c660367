using PiLittleEye.Mail.Smtp;

namespace PiLittleEye.Tests.Mail.Smtp;

public sealed class SesPasswordTests
{
    // The first four are the vectors of Terraform's AWS provider, the last is the secret that AWS's own documentation uses.
    [Theory]
    [InlineData("eu-central-1", "some+secret+key", "BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2")]
    [InlineData("eu-central-1", "another+secret+key", "BBbphbrQmrKMx42d1N6+C7VINYEBGI5v9VsZeTxwskfh")]
    [InlineData("us-west-1", "some+secret+key", "BH+jbMzper5WwlwUar9E1ySBqHa9whi0GPo+sJ0mVYJj")]
    [InlineData("us-west-1", "another+secret+key", "BKVmjjMDFk/qqw8EROW99bjCS65PF8WKvK5bSr4Y6EqF")]
    [InlineData("us-east-1", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "BLBM/9hSUELfq8Gw+rU1YcBjkOxGbhT2XG763xVLGWL9")]
    public void A_secret_key_gives_the_password_of_its_region(string region, string secretKey, string password) =>
        Assert.Equal(password, SesPassword.Derive(secretKey, region));
}
