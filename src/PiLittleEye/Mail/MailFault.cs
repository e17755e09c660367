namespace PiLittleEye.Mail;

/// <summary>What went wrong last, for whoever looks at the state later.</summary>
/// <param name="At">When it was seen.</param>
/// <param name="Code">As <see cref="MailException.Code"/>.</param>
/// <param name="Message">What happened and what to do.</param>
internal sealed record MailFault(DateTimeOffset At, string Code, string Message);
