// The files beside the pages that are for the host: .htaccess, _headers, .nojekyll, and the web manifest.
#include "outputs/hosting/hosting.h"

#include "outputs/passes.h"
#include "outputs/plan.h"
#include "syntax/json.h"

namespace mektep {

namespace {

// The school's site as an icon on the screen of a telephone. Addresses are relative to the manifest.
std::string web_manifest(const SiteContext& site, Locale locale) {
  JsonWriter json;
  const auto& title = site.model.site.title.best(locale);
  json.begin_object();
  json.key("name").value(title);
  json.key("short_name").value(title);
  const std::string& description = site.model.site.description.best(locale);
  if (!description.empty()) json.key("description").value(description);
  json.key("lang").value(code(locale));
  json.key("dir").value("ltr");
  json.key("start_url").value("./");
  json.key("scope").value(locale == Locale::ky ? "./" : "../");
  json.key("display").value("browser");
  json.key("icons").begin_array();
  for (const ThemeAsset& asset : site.theme.assets) {
    if (asset.name != "emblem.svg" && asset.name != "favicon.svg") continue;  // the school's own comes first
    json.begin_object();
    json.key("src").value((locale == Locale::ky ? "" : "../") + asset.output_file);
    json.key("sizes").value("any");
    json.key("type").value("image/svg+xml");
    json.end_object();
  }
  for (const SiteIcon& icon : site.icons()) {
    if (icon.kind != IconKind::plain && icon.kind != IconKind::maskable) continue;
    json.begin_object();
    json.key("src").value((locale == Locale::ky ? "" : "../") + icon.file);
    json.key("sizes").value(fmt::format("{0}x{0}", icon.size));
    json.key("type").value("image/png");
    if (icon.kind == IconKind::maskable) json.key("purpose").value("maskable");
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

std::span<const HttpHeader> common_headers() {
  static constexpr HttpHeader all[] = {
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"}};
  return all;
}

std::string static_host_headers() {
  std::string text = "/*\n";
  for (const HttpHeader& header : common_headers())
    text += fmt::format("  {}: {}\n", header.name, header.value);
  // What pages may do stands in their <meta>: these hosts cannot tell a page from a PDF file.
  text += fmt::format("  Content-Security-Policy: {}\n", frame_policy.substr(2));
  // No Cache-Control for the rest: hosts would join it with the one of the assets, and their own is a good
  // one.
  text += fmt::format("/assets/*\n  Cache-Control: {}\n", cached_for_good);
  text += "/*.webmanifest\n  Content-Type: application/manifest+json; charset=utf-8\n";
  text += "/*/feed.xml\n  Content-Type: application/atom+xml; charset=utf-8\n";
  text += "/feed.xml\n  Content-Type: application/atom+xml; charset=utf-8\n";
  return text;
}

Hosting hosting_of(const SiteContext& site) {
  std::string_view host = site.options.base_url;
  host.remove_prefix(std::min(host.find("://") + 3, host.size()));
  host = host.substr(0, host.find_first_of("/:"));
  return {std::string(host), site.base_path(), site.locales().size() > 1, site.model.site.compress};
}

void plan_hosting(const SiteContext& site, PageSet& pages, Findings&) {
  const auto add = [&](std::string file, std::function<std::string()> make) {
    add_file(pages, std::move(file), {"site.yaml", {}}, {"site.yaml"}, std::move(make));
  };
  add(".htaccess", [&site] { return apache_rules(hosting_of(site)); });
  if (site.locales().size() > 1) {
    add("ru/.htaccess", [&site] { return apache_rules_of_russian(hosting_of(site)); });
  }
  add("assets/.htaccess", apache_rules_of_assets);
  add("_headers", static_host_headers);
  add(".nojekyll", [] { return std::string(); });
  for (const Locale locale : site.locales()) {
    add(output_file(std::string(locale_root(locale)) + "manifest.webmanifest"),
        [&site, locale] { return web_manifest(site, locale); });
  }
}

}  // namespace mektep
