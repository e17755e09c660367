using System.Globalization;
using System.Text;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Rivals;

/// <summary>nginx's settings, and the stream as a file for it to send.</summary>
internal static class NginxFiles
{
    public const string Stream = "stream";

    // Longer than anybody watches it.
    private const int Seconds = 40;

    /// <returns>Path of the settings.</returns>
    public static string Write(Workshop workshop, int port, double rate)
    {
        var part = Part(File.ReadAllBytes(workshop.SmallJpeg()));
        var file = workshop.FileIn("www", Stream);
        using (var stream = File.Create(file))
        {
            for (var frame = 0; frame < Seconds * rate; frame++)
            {
                stream.Write(part);
            }
        }

        var (certificate, key) = workshop.CertificatePair();
        var settings = workshop.FileIn("nginx", "nginx.conf");
        File.WriteAllText(
            settings,
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                # One process in the foreground, so that its clock is all there is to measure.
                daemon off;
                master_process off;
                pid {{workshop.FileIn("nginx", "pid")}};
                error_log {{workshop.FileIn("nginx", "errors")}};
                events { worker_connections 1024; }
                http {
                  access_log off;
                  tcp_nodelay on;
                  client_body_temp_path {{workshop.FileIn("nginx", "body")}};
                  proxy_temp_path {{workshop.FileIn("nginx", "proxy")}};
                  fastcgi_temp_path {{workshop.FileIn("nginx", "fastcgi")}};
                  uwsgi_temp_path {{workshop.FileIn("nginx", "uwsgi")}};
                  scgi_temp_path {{workshop.FileIn("nginx", "scgi")}};
                  server {
                    listen 127.0.0.1:{{port}} ssl;
                    ssl_certificate {{certificate}};
                    ssl_certificate_key {{key}};
                    ssl_protocols TLSv1.3;
                    root {{Path.GetDirectoryName(file)}};
                    limit_rate {{(int)(part.Length * rate)}};
                  }
                }
                """
            )
        );
        return settings;
    }

    private static byte[] Part(byte[] jpeg)
    {
        var head = $"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {jpeg.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. jpeg, .. "\r\n"u8];
    }
}
