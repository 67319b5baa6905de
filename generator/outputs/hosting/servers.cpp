// Servers of one's own: nginx and Caddy. The same answers as with .htaccess; `hosting_test.py` compares them.
#include "outputs/hosting/hosting.h"

namespace mektep {

std::string nginx_configuration(const Hosting& hosting) {
  const std::string& base = hosting.base_path;
  std::string text = fmt::format(
      "# nginx: save as /etc/nginx/conf.d/{0}.conf; the site lies in /var/www/{0}{1}\n"
      "map $uri $mektep_cache {{\n    default \"{2}\";\n    \"~^{1}assets/.*{3}$\" \"{4}\";\n}}\n"
      "map $uri $mektep_policy {{\n    default \"\";\n    \"~(/|\\.html)$\" \"{5}{6}\";\n    \"~\\.svg$\" "
      "\"{7}\";\n}}\n",
      hosting.host, base, cached_shortly, hashed_name, cached_for_good, content_policy, frame_policy,
      drawing_policy);
  text += fmt::format("map $request_uri $mektep_lost {{\n    default {0}404.html;\n", base);
  if (hosting.russian) text += fmt::format("    \"~^{0}ru/\" {0}ru/404.html;\n", base);
  text += fmt::format(
      "}}\nserver {{\n    listen 80;\n    listen [::]:80;\n    server_name {0};\n    root /var/www/{0};\n"
      "    index index.html;\n    charset utf-8;\n"
      "    charset_types text/css text/csv text/calendar text/plain text/xml application/javascript "
      "application/json\n                  application/atom+xml application/manifest+json image/svg+xml;\n"
      "    error_page 404 $mektep_lost;\n"
      "    add_header Cache-Control $mektep_cache;\n    add_header Content-Security-Policy $mektep_policy "
      "always;\n",
      hosting.host);
  for (const HttpHeader& header : common_headers())
    text += fmt::format("    add_header {} \"{}\" always;\n", header.name, header.value);
  text +=
      "    gzip on;\n    gzip_vary on;\n    gzip_types text/css text/csv text/calendar text/plain text/xml "
      "application/javascript\n               application/json application/atom+xml "
      "application/manifest+json "
      "image/svg+xml;\n";
  if (hosting.compress.gzip) text += "    gzip_static on;\n";
  if (hosting.compress.brotli)
    text += "    # brotli_static on;  # with the package libnginx-mod-http-brotli-static\n";
  // A location for each type that the list of nginx lacks.
  const auto type = [&](std::string_view pattern, std::string_view name) {
    text += fmt::format("    location ~ {} {{ types {{ }} default_type {}; }}\n", pattern, name);
  };
  type("\\.webmanifest$", "application/manifest+json");
  type("\\.ics$", "text/calendar");
  type("\\.csv$", "text/csv");
  type("/feed\\.xml$", "application/atom+xml");
  return text + "    location ~ /\\.(?!well-known/) { return 404; }\n}\n";
}

std::string caddy_configuration(const Hosting& hosting) {
  const std::string& base = hosting.base_path;
  std::string text = fmt::format(
      "# Caddy: add to /etc/caddy/Caddyfile; the site lies in /var/www/{0}{1}\n{0} {{\n\troot * "
      "/var/www/{0}\n"
      "\tencode gzip\n\theader {{\n",
      hosting.host, base);
  for (const HttpHeader& header : common_headers())
    text += fmt::format("\t\t{} \"{}\"\n", header.name, header.value);
  text += fmt::format(
      "\t}}\n\t@hashed path_regexp ^{1}assets/.*{2}$\n\theader @hashed Cache-Control \"{3}\"\n"
      "\t@changing not path_regexp ^{1}assets/.*{2}$\n\theader @changing Cache-Control \"{0}\"\n"
      "\t@page path_regexp (/|\\.html)$\n\theader @page Content-Security-Policy \"{4}{5}\"\n"
      "\t@drawing path *.svg\n\theader @drawing Content-Security-Policy \"{6}\"\n",
      cached_shortly, base, hashed_name, cached_for_good, content_policy, frame_policy, drawing_policy);
  const auto type = [&](std::string_view name, std::string_view path, std::string_view value) {
    text += fmt::format("\t@{0} path {1}\n\theader @{0} Content-Type \"{2}; charset=utf-8\"\n", name, path,
                        value);
  };
  type("manifest", "*.webmanifest", "application/manifest+json");
  type("calendar", "*.ics", "text/calendar");
  type("table", "*.csv", "text/csv");
  type("feed", "*/feed.xml", "application/atom+xml");
  text += "\t@hidden path_regexp /\\.\n\terror @hidden 404\n\tfile_server";
  if (hosting.compress.any()) {
    text += " {\n\t\tprecompressed";
    if (hosting.compress.brotli) text += " br";
    if (hosting.compress.gzip) text += " gzip";
    text += "\n\t}";
  }
  text +=
      "\n\thandle_errors {\n\t\theader -Cache-Control\n\t\theader Content-Type \"text/html; "
      "charset=utf-8\"\n";
  text += fmt::format("\t\theader Content-Security-Policy \"{}{}\"\n", content_policy, frame_policy);
  if (hosting.russian)
    text += fmt::format(
        "\t\t@russian path {0}ru/*\n\t\trewrite @russian {0}ru/404.html\n\t\t@other not path {0}ru/*\n"
        "\t\trewrite @other {0}404.html\n",
        base);
  else
    text += fmt::format("\t\trewrite * {}404.html\n", base);
  return text + "\t\tfile_server\n\t}\n}\n";
}

}  // namespace mektep
