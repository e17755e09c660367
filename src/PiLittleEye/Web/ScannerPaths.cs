namespace PiLittleEye.Web;

/// <summary>Addresses that nobody asks for who wants to see a camera: what scanners of the internet try at every door.</summary>
internal static class ScannerPaths
{
    private static readonly string[] s_parts =
    [
        ".php",
        ".asp",
        ".jsp",
        ".cgi",
        ".env",
        "/.git",
        "/.aws",
        "/.ssh",
        "/wp-",
        "/wordpress",
        "/phpmyadmin",
        "/cgi-bin",
        "/actuator",
        "/hnap1",
        "/boaform",
        "/solr/",
        "/owa/",
        "/autodiscover",
        "/manager/html",
        "/_ignition",
        "/telescope",
        "/geoserver",
        "/etc/passwd",
        "/onvif",
        "/isapi",
    ];

    public static bool Has(string path) => Array.Exists(s_parts, part => path.Contains(part, StringComparison.OrdinalIgnoreCase));
}
