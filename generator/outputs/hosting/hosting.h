// What web servers have to be told about a site: the page for addresses that do not exist, how long files are
// kept, what pages may do. One policy, written for each server.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "content/site.h"

namespace mektep {

struct Hosting {
  std::string host;       // "school.example"
  std::string base_path;  // "/school/"
  bool russian = true;    // there is a site in Russian below "ru/"
  Compression compress;   // twins of files that lie beside them
};

class SiteContext;
Hosting hosting_of(const SiteContext& site);

struct HttpHeader {
  std::string_view name, value;
};

// Sent with every file.
std::span<const HttpHeader> common_headers();
// The Content-Security-Policy of a page as its <meta> says it; servers add `frame_policy`, which only they
// can. PDF files get none: the readers in some browsers are themselves pages that it would stop.
inline constexpr std::string_view content_policy =
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "font-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";
inline constexpr std::string_view frame_policy = "; frame-ancestors 'none'";
// Drawings that are opened by themselves: style, but nothing that runs.
inline constexpr std::string_view drawing_policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
// Files below assets/ whose names hold the digest of their bytes never change; all others may tomorrow.
inline constexpr std::string_view cached_for_good = "public, max-age=31536000, immutable";
inline constexpr std::string_view cached_shortly = "public, max-age=600";
inline constexpr std::string_view hashed_name = R"(\.[0-9a-f]{8,64}\.[a-z0-9]+)";  // the end of such a name

// Apache and LiteSpeed: `.htaccess` of the site, of ru/ and of assets/. Only directives of the group
// FileInfo, the least that hosts allow (any other would make an error of every page), and each module only if
// it is there.
std::string apache_rules(const Hosting& hosting);
std::string apache_rules_of_russian(const Hosting& hosting);
std::string apache_rules_of_assets();
// `_headers` of static hosts (Cloudflare Pages, Netlify…).
std::string static_host_headers();
// A site of a server of one's own, ready to be copied.
std::string nginx_configuration(const Hosting& hosting);
std::string caddy_configuration(const Hosting& hosting);

}  // namespace mektep
