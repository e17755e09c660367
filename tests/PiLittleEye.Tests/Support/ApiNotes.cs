namespace PiLittleEye.Tests.Support;

/// <summary>What the description of the API says about each operation beyond what its types say.</summary>
internal static class ApiNotes
{
    private const string Jpeg = "image/jpeg";
    private const string Mjpeg = "multipart/x-mixed-replace";

    private static readonly (string Name, string Meaning)[] s_stream = [("fps", "No more frames a second than this.")];
    private static readonly (string Name, string Meaning)[] s_photo =
    [
        ("max_age", "A frame that is at most so many seconds old will do; without it, it is taken after the request."),
    ];
    private static readonly (string Name, string Meaning)[] s_log =
    [
        ("before", "Rows older than the one with this id: what a page names as next."),
        ("limit", "How many, 1 to 500; 100 without it."),
        ("kind", "Only these kinds, with commas between."),
        ("who", "Only by this account, key or ticket."),
        ("q", "All of these words, and phrases in quotation marks, anywhere in the row."),
        ("alerts", "true: only alerts."),
    ];

    private static readonly Dictionary<string, ApiNote> s_notes = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/claim"] = new("Makes the first administrator, with the set-up code from the console"),
        ["POST /api/v1/session"] = new("Signs in and sets the cookie of the session"),
        ["GET /api/v1/session"] = new("Who is signed in, and what that may do"),
        ["DELETE /api/v1/session"] = new("Signs out"),
        ["PUT /api/v1/session/password"] = new("Changes one's own password; other sessions of the account end"),
        ["POST /api/v1/session/proof"] = new("Proves the password once more, for ten minutes of sensitive changes"),
        ["GET /api/v1/sessions"] = new("One's own sessions"),
        ["DELETE /api/v1/sessions"] = new("Ends all of one's own sessions but this one"),
        ["DELETE /api/v1/sessions/{id}"] = new("Ends one of one's own sessions"),
        ["POST /api/v1/session/second-factor"] = new("Begins with a second factor: its secret, as text, link and QR code"),
        ["PUT /api/v1/session/second-factor"] = new("Switches the second factor on with a first code; gives the recovery codes"),
        ["DELETE /api/v1/session/second-factor"] = new("Switches one's own second factor off"),
        ["POST /sign-in"] = new("Signs in by a form, for browsers without JavaScript"),
        ["GET /api/v1/accounts"] = new("All accounts"),
        ["POST /api/v1/accounts"] = new("Adds an account"),
        ["PATCH /api/v1/accounts/{id}"] = new("Renames, locks, unlocks an account, changes its role, end or rights"),
        ["DELETE /api/v1/accounts/{id}"] = new("Deletes an account"),
        ["PUT /api/v1/accounts/{id}/password"] = new("Gives an account another password, which must be changed at the next sign-in"),
        ["DELETE /api/v1/accounts/{id}/sessions"] = new("Signs an account out everywhere"),
        ["DELETE /api/v1/accounts/{id}/second-factor"] = new("Takes an account's second factor away"),
        ["PUT /api/v1/accounts/second-factor-required"] = new("Says which roles must have a second factor"),
        ["GET /api/v1/accounts/second-factor-required"] = new("Which roles must have a second factor"),
        ["GET /api/v1/viewers"] = new("Who is watching now"),
        ["DELETE /api/v1/viewers/{id}"] = new("Ends somebody's stream"),
        ["GET /api/v1/keys"] = new("All keys, without their secrets"),
        ["POST /api/v1/keys"] = new("Makes a key for a program; its secret is shown this once"),
        ["DELETE /api/v1/keys/{id}"] = new("Revokes a key and ends what was opened with it"),
        ["GET /api/v1/tickets"] = new("Links that were shared; administrators see everybody's"),
        ["POST /api/v1/tickets"] = new("Makes a link to one camera that ends by itself"),
        ["DELETE /api/v1/tickets/{id}"] = new("Revokes a link"),
        ["GET /api/v1/access-lists"] = new("Which addresses may come"),
        ["PUT /api/v1/access-lists"] = new("Changes which addresses may come"),
        ["POST /api/v1/access-lists/check"] = new("Tries a change of the lists without making it"),
        ["POST /api/v1/access-lists/confirmation"] = new("Confirms a change of the lists that is on trial"),
        ["GET /api/v1/photo-replies"] = new("How requests for photos by mail are treated"),
        ["PUT /api/v1/photo-replies"] = new("Changes how they are treated; what is absent stays"),
        ["POST /api/v1/photo-replies/import"] = new("Takes over PrintCameraBot's config.json, all but its secrets")
        {
            Detail = "Senders get new secrets, which POST …/senders/{id}/secret shows; the mail account is still to be given its password.",
        },
        ["GET /api/v1/photo-replies/decisions"] = new("What became of the last fifty mails and why, newest first; never a code"),
        ["GET /api/v1/photo-replies/senders"] = new("Who may ask for photos by mail"),
        ["POST /api/v1/photo-replies/senders"] = new("Adds a sender; the secret for the authenticator is shown this once"),
        ["PUT /api/v1/photo-replies/senders/{id}"] = new("Says whose rights on cameras a sender has"),
        ["DELETE /api/v1/photo-replies/senders/{id}"] = new("Removes a sender"),
        ["POST /api/v1/photo-replies/senders/{id}/verification"] = new(
            "Checks the authenticator with its current code, before the first mail counts"
        ),
        ["POST /api/v1/photo-replies/senders/{id}/secret"] = new("Makes another secret, shown this once; it must be checked again"),
        ["DELETE /api/v1/photo-replies/senders/{id}/lock"] = new("Ends the lock after five wrong codes"),
        ["GET /api/v1/log"] = new("What happened, newest first") { Query = s_log },
        ["DELETE /api/v1/log"] = new("Clears the log; a row says who did it"),
        ["GET /api/v1/log/export"] = new("The log as a file, oldest first")
        {
            Query = [("format", "csv or jsonl."), .. s_log.Skip(2)],
            ContentType = "text/csv",
        },
        ["GET /api/v1/log/alerts"] = new("How many alerts whoever asks has not seen"),
        ["POST /api/v1/log/alerts/seen"] = new("Says that the alerts were seen"),
        ["GET /api/v1/certificate"] = new("The certificate in force"),
        ["PUT /api/v1/certificate"] = new("Puts a pair of PEM texts in force"),
        ["DELETE /api/v1/certificate"] = new("Takes the uploaded certificate away again"),
        ["POST /api/v1/certificate/renewal"] = new("Makes the self-signed certificate anew"),
        ["GET /api/v1/certificate/authority"] = new("This camera's own authority"),
        ["POST /api/v1/certificate/authority"] = new("Makes an authority of this camera's own"),
        ["DELETE /api/v1/certificate/authority"] = new("Does away with this camera's own authority"),
        ["GET /authority.pem"] = new("The authority's certificate as PEM") { ContentType = "application/x-pem-file" },
        ["GET /authority.crt"] = new("The authority's certificate for phones") { ContentType = "application/x-x509-ca-cert" },
        ["GET /api/v1/mail"] = new("The mail account, how its mailbox is and what waits to be sent"),
        ["PUT /api/v1/mail"] = new("Sets up or changes the mail account; what is absent stays, the password never comes out"),
        ["DELETE /api/v1/mail"] = new("Forgets the mail account and its secret"),
        ["POST /api/v1/mail/oauth"] = new("Begins to sign in with the mail provider: a code, and where to type it"),
        ["GET /api/v1/mail/oauth"] = new("How the sign-in with the mail provider goes"),
        ["DELETE /api/v1/mail/oauth"] = new("Gives up signing in with the mail provider"),
        ["POST /api/v1/mail/test"] = new("Begins to test the mail account: the stored one, or the one that is sent")
        {
            Detail = "The body is that of PUT /api/v1/mail, and may be left out.",
        },
        ["GET /api/v1/mail/test"] = new("How the test of the mail account goes, step by step"),
        ["DELETE /api/v1/mail/test"] = new("Ends the test of the mail account"),
        ["GET /api/v1/mail/providers"] = new("Mail providers with their servers, and how to get a password from each"),
        ["GET /api/v1/cameras"] = new("The cameras one may see"),
        ["GET /api/v1/cameras/{id}/status"] = new("How a camera is"),
        ["GET /api/v1/cameras/{id}/settings"] = new("What a camera is set to"),
        ["PUT /api/v1/cameras/{id}/settings"] = new("Changes settings of a camera; what is absent stays"),
        ["GET /api/v1/cameras/{id}/modes"] = new("Sizes and rates a camera offers"),
        ["GET /api/v1/video/mjpeg"] = new("The live stream of the first camera") { Query = s_stream, ContentType = Mjpeg },
        ["GET /api/v1/cameras/{id}/video/mjpeg"] = new("The live stream of a camera") { Query = s_stream, ContentType = Mjpeg },
        ["GET /api/v1/photo.jpg"] = new("A photo of the first camera, never older than the request")
        {
            Query = s_photo,
            ContentType = Jpeg,
        },
        ["GET /api/v1/cameras/{id}/photo.jpg"] = new("A photo of a camera, never older than the request")
        {
            Query = s_photo,
            ContentType = Jpeg,
        },
        ["GET /healthz"] = new("For monitors: 200 while all workers are alive"),
        ["GET /readyz"] = new("For monitors: 200 while the service can do its work"),
        ["GET /openapi/v1.json"] = new("This description") { ContentType = "application/json" },
    };

    /// <returns>Null when nobody has written one.</returns>
    public static ApiNote? Of(string method, string path) =>
        // HEAD is GET without the body.
        s_notes.GetValueOrDefault($"{(method == "HEAD" ? "GET" : method)} {path}");

    /// <summary>Under which heading it stands.</summary>
    public static string Room(string path) =>
        path.Split('/') switch
        {
            ["", "api", "v1", "claim" or "session" or "sessions", ..] or ["", "sign-in"] => "Signing in",
            ["", "api", "v1", "accounts" or "viewers", ..] => "People",
            ["", "api", "v1", "keys" or "tickets", ..] => "Keys and tickets",
            ["", "api", "v1", "access-lists", ..] => "Access lists",
            ["", "api", "v1", "log", ..] => "Log",
            ["", "api", "v1", "certificate", ..] or ["", "authority.pem" or "authority.crt"] => "Certificate",
            ["", "api", "v1", "mail" or "photo-replies", ..] => "Mail",
            ["", "api", "v1", "cameras" or "video" or "photo.jpg", ..] => "Cameras",
            _ => "Service",
        };
}
