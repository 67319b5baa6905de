// .htaccess for Apache 2.4 and LiteSpeed.
#include "outputs/hosting/hosting.h"

namespace mektep {

namespace {

// Sends the twin that the reader's browser can unpack, with the type of the original.
std::string twins(const Compression& compress) {
  std::string text =
      "\n# Twins made by Mektep: page.html.br and page.html.gz beside page.html.\n<IfModule mod_rewrite.c>\n"
      "RewriteEngine On\n";
  const auto send = [&](std::string_view coding, std::string_view ending) {
    text += fmt::format(
        "RewriteCond %{{HTTP:Accept-Encoding}} \\b{0}\\b\nRewriteCond %{{REQUEST_FILENAME}}.{1} -f\n"
        "RewriteRule ^(.+)$ $1.{1} [L,E=no-gzip:1]\n",
        coding, ending);
  };
  if (compress.brotli) send("br", "br");
  if (compress.gzip) send("gzip", "gz");
  text +=
      "</IfModule>\n<FilesMatch \"\\.[a-z]+\\.(br|gz)$\">\n<IfModule mod_mime.c>\n"
      "RemoveLanguage .br\nRemoveType .br .gz\nAddEncoding br .br\nAddEncoding gzip .gz\n</IfModule>\n"
      "</FilesMatch>\n<IfModule mod_headers.c>\nHeader append Vary Accept-Encoding\n</IfModule>\n";
  return text;
}

}  // namespace

std::string apache_rules(const Hosting& hosting) {
  const std::string twin = R"((\.(br|gz))?$)";
  std::string text = fmt::format(
      "# Made by Mektep for Apache and LiteSpeed.\nErrorDocument 404 {0}404.html\nAddDefaultCharset utf-8\n"
      "<IfModule mod_mime.c>\n"
      "AddType application/manifest+json .webmanifest\nAddType text/calendar .ics\nAddType text/csv .csv\n"
      "AddType text/javascript .js\nAddType image/svg+xml .svg\nAddType image/webp .webp\n"
      "AddCharset utf-8 .css .csv .html .ics .js .json .svg .txt .xml .webmanifest\n</IfModule>\n"
      "<FilesMatch \"^feed\\.xml{1}\">\nForceType \"application/atom+xml; charset=utf-8\"\n</FilesMatch>\n"
      "<IfModule mod_headers.c>\n",
      hosting.base_path, twin);
  for (const HttpHeader& header : common_headers())
    text += fmt::format("Header always set {} \"{}\"\n", header.name, header.value);
  text += fmt::format(
      "Header set Cache-Control \"{}\"\n"
      "<FilesMatch \"\\.html{}\">\nHeader always set Content-Security-Policy \"{}{}\"\n</FilesMatch>\n"
      "<FilesMatch \"\\.svg{}\">\nHeader always set Content-Security-Policy "
      "\"{}\"\n</FilesMatch>\n</IfModule>\n",
      cached_shortly, twin, content_policy, frame_policy, twin, drawing_policy);
  if (hosting.compress.any()) text += twins(hosting.compress);
  // What has no twin is packed on the way, where the host can.
  text +=
      "<IfModule mod_deflate.c>\n<IfModule mod_filter.c>\n"
      "AddOutputFilterByType DEFLATE text/html text/css text/csv text/javascript text/calendar text/plain "
      "application/javascript application/json application/xml application/atom+xml "
      "application/manifest+json "
      "image/svg+xml\n</IfModule>\n</IfModule>\n";
  return text;
}

std::string apache_rules_of_russian(const Hosting& hosting) {
  return fmt::format("# Made by Mektep.\nErrorDocument 404 {}ru/404.html\n", hosting.base_path);
}

std::string apache_rules_of_assets() {
  return fmt::format(
      "# Made by Mektep: the names of these files change with their bytes.\n<IfModule mod_headers.c>\n"
      "<FilesMatch \"{}(\\.(br|gz))?$\">\nHeader set Cache-Control \"{}\"\n</FilesMatch>\n</IfModule>\n",
      hashed_name, cached_for_good);
}

}  // namespace mektep
