#include "outputs/relative_links.h"

#include <array>
#include <cstring>

#include "base/text.h"

namespace mektep {

namespace {

using Block [[gnu::vector_size(16)]] = char;

// The position of the next "/" behind a quote or "=", from `at` on (at > 0): only there an address begins.
// Pages are long and links few, so 16 bytes are looked at together.
std::size_t next_candidate(std::string_view html, std::size_t at) {
  const auto fits = [&](std::size_t i) {
    return html[i] == '/' && (html[i - 1] == '"' || html[i - 1] == '=' || html[i - 1] == '\'');
  };
  for (; at + sizeof(Block) <= html.size(); at += sizeof(Block)) {
    Block here, before;
    std::memcpy(&here, html.data() + at, sizeof(Block));
    std::memcpy(&before, html.data() + at - 1, sizeof(Block));
    const auto found = (here == '/') & ((before == '"') | (before == '=') | (before == '\''));
    std::array<std::uint64_t, 2> bits{};
    std::memcpy(bits.data(), &found, sizeof(found));
    if ((bits[0] | bits[1]) == 0) continue;
    while (!fits(at)) ++at;
    return at;
  }
  for (; at < html.size(); ++at) {
    if (fits(at)) return at;
  }
  return std::string_view::npos;
}

enum class Attribute : std::uint8_t { other, address, list, refresh };

Attribute attribute_of(std::string_view name) {
  static constexpr std::string_view addresses[] = {"href", "src",    "action", "formaction",
                                                   "data", "poster", "cite",   "xlink:href"};
  if (name.empty()) return Attribute::other;
  for (const std::string_view known : addresses) {
    if (name == known) return Attribute::address;
  }
  if (name == "srcset" || name == "imagesrcset") return Attribute::list;
  if (name == "url") return Attribute::refresh;
  return name.starts_with("data-") ? Attribute::address : Attribute::other;
}

// Where the value begins at `value` stands: in which attribute, and whether that is really one of a tag.
Attribute attribute_before(std::string_view html, std::size_t value) {
  std::size_t at = value - 1;
  const auto skip_spaces = [&] {
    while (at > 0 && (html[at - 1] == ' ' || html[at - 1] == '\n')) --at;
  };
  if (html[at] != '=')
    skip_spaces();
  else
    ++at;
  if (at == 0 || html[at - 1] != '=') return Attribute::other;
  --at;
  skip_spaces();
  const std::size_t end = at;
  const auto in_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
  };
  while (at > 0 && in_name(html[at - 1])) --at;
  const Attribute attribute = attribute_of(html.substr(at, end - at));
  // A name begins behind a space, and "url" also behind the semicolon of a refresh.
  if (attribute == Attribute::other || at == 0) return Attribute::other;
  if (std::string_view(attribute == Attribute::refresh ? " ;\"'" : " \n\t\"'").find(html[at - 1]) ==
      std::string_view::npos) {
    return Attribute::other;
  }

  const std::size_t tag = html.rfind('<', at - 1);
  if (tag == std::string_view::npos || tag + 1 >= at) return Attribute::other;
  const char first = html[tag + 1];
  if (!((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))) return Attribute::other;
  char quote = 0;
  for (std::size_t i = tag + 1; i < at; ++i) {
    const char c = html[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return Attribute::other;  // text behind the tag
    }
  }
  if (attribute != Attribute::refresh) return quote == 0 ? attribute : Attribute::other;
  const bool refresh = quote != 0 && html.substr(tag).starts_with("<meta http-equiv=\"refresh\" content=");
  return refresh ? attribute : Attribute::other;
}

class Rewriter {
 public:
  Rewriter(const PageAddress& page, std::string& out) : page_(page), out_(out) {
    const std::size_t slash = page.file.rfind('/');
    folder_ = page.file.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
  }

  // An address that begins with "/", as it stands in the HTML.
  void address(std::string_view url) {
    if (!url.starts_with(page_.base_path) || url.starts_with("//")) {
      out_ += url;
      return;
    }
    const std::string_view inside = url.substr(page_.base_path.size());
    const std::size_t hash = std::min(inside.find('#'), inside.size());
    const std::string_view path = inside.substr(0, hash), fragment = inside.substr(hash);
    if (!fragment.empty() && is_page_itself(path)) {
      out_ += fragment;
      return;
    }
    relative(path);
    out_ += fragment;
  }

  // "address 400w, address 800w"
  void list(std::string_view addresses) {
    while (!addresses.empty()) {
      const std::size_t begin = std::min(addresses.find_first_not_of(" \n,"), addresses.size());
      out_ += addresses.substr(0, begin);
      addresses.remove_prefix(begin);
      const std::size_t end = std::min(addresses.find_first_of(" \n"), addresses.size());
      if (addresses.starts_with('/'))
        address(addresses.substr(0, end));
      else
        out_ += addresses.substr(0, end);
      addresses.remove_prefix(end);
      const std::size_t comma = std::min(addresses.find(','), addresses.size());
      out_ += addresses.substr(0, comma);
      addresses.remove_prefix(comma);
    }
  }

 private:
  bool is_page_itself(std::string_view path) const {
    if (path == page_.file) return true;
    return path == folder_ && page_.file.substr(folder_.size()) == "index.html";
  }

  void relative(std::string_view path) {
    // The folders that both have in common.
    std::size_t common = 0;
    for (std::size_t i = 0; i < folder_.size() && i < path.size() && folder_[i] == path[i]; ++i) {
      if (folder_[i] == '/') common = i + 1;
    }
    const std::size_t begin = out_.size();
    for (std::size_t i = common; i < folder_.size(); ++i) {
      if (folder_[i] == '/') out_ += "../";
    }
    const std::string_view rest = path.substr(common);
    // Nothing, or what would be read as a scheme or as another root.
    const bool bare = rest.empty() || rest.starts_with('/') ||
                      rest.substr(0, rest.find('/')).find(':') != std::string_view::npos;
    if (out_.size() == begin && bare) out_ += "./";
    out_ += rest;
    if (page_.form == LinkForm::files && (path.empty() || path.ends_with('/'))) {
      if (out_.ends_with("./") && out_.size() == begin + 2) out_.resize(begin);
      out_ += "index.html";
    }
  }

  const PageAddress& page_;
  std::string& out_;
  std::string_view folder_;
};

}  // namespace

void append_with_relative_links(std::string_view html, const PageAddress& page, std::string& out) {
  out.reserve(out.size() + html.size() + html.size() / 16);
  Rewriter rewriter(page, out);
  std::size_t copied = 0;
  for (std::size_t at = next_candidate(html, 1); at != std::string_view::npos;
       at = next_candidate(html, at + 1)) {
    const Attribute attribute = attribute_before(html, at);
    if (attribute == Attribute::other) continue;
    std::size_t end = 0;
    const char quote = html[at - 1];
    if (attribute == Attribute::refresh || quote == '=')
      end = html.find_first_of("\"' >\n\t", at);
    else
      end = html.find(quote, at);
    if (end == std::string_view::npos) break;
    out += html.substr(copied, at - copied);
    const std::string_view value = html.substr(at, end - at);
    if (attribute == Attribute::list)
      rewriter.list(value);
    else
      rewriter.address(value);
    copied = at = end;
  }
  out += html.substr(copied);
}

bool is_shown_anywhere(std::string_view file) {
  return file == "404.html" || file.ends_with("/404.html");
}

}  // namespace mektep
