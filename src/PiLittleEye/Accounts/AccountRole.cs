namespace PiLittleEye.Accounts;

internal enum AccountRole
{
    Viewer,
    Administrator,
}
