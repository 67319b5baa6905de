#include "build/theme_check/page_lint.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/localise.h"
#include "base/text.h"
#include "build/theme_check/rules.h"

namespace mektep {

namespace {

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& all) {
  return std::ranges::find(all, name) != all.end();
}
constexpr std::array<std::string_view, 14> without_end{"area",  "base",   "br",    "col",  "embed",
                                                       "hr",    "img",    "input", "link", "meta",
                                                       "param", "source", "track", "wbr"};
// Elements whose end tag HTML lets one leave out.
constexpr std::array<std::string_view, 11> end_is_optional{"p",  "li",    "dt",    "dd",    "tr",    "td",
                                                           "th", "thead", "tbody", "tfoot", "option"};
constexpr std::array<std::string_view, 4> raw{"script", "style", "textarea", "title"};

struct Tag {
  std::string name;
  bool closing = false, closed = false;  // </a>, <a/>
  std::vector<std::pair<std::string, std::string_view>> attributes;
  std::size_t at = 0;
  const std::string_view* get(std::string_view name_of) const {
    const auto found =
        std::ranges::find(attributes, name_of, &std::pair<std::string, std::string_view>::first);
    return found == attributes.end() ? nullptr : &found->second;
  }
};

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

class Linter {
 public:
  Linter(const LintedPage& page, Findings& findings) : page_(page), html_(page.html), findings_(findings) {}

  void run(const PageLimits& limits) {
    while (next_tag()) take();
    for (const Tag& tag : open_) {
      if (!one_of(tag.name, end_is_optional))
        fault(rules::theme_html_unbalanced, tag.at, "<" + tag.name + ">");
    }
    const bool redirect = html_.find("http-equiv=\"refresh\"") != html_.npos;
    if (headings_ != 1 && !redirect) fault(rules::theme_html_heading, 0, fmt::format("<h1>: {}", headings_));
    if (!titled_) fault(rules::theme_html_no_title, 0, "<title>");
    if (requests_ > limits.requests)
      fault(rules::theme_page_requests, 0, fmt::format("{} > {}", requests_, limits.requests));
    if (bytes_ > limits.bytes)
      fault(rules::theme_page_size, 0,
            fmt::format("{} > {}", format_size(bytes_, Locale::ru), format_size(limits.bytes, Locale::ru)));
  }

 private:
  void fault(const Rule& rule, std::size_t at, std::string found) {
    const auto line = static_cast<std::uint32_t>(1 + std::ranges::count(html_.substr(0, at), '\n'));
    findings_.emplace_back(rule, Place{page_.file, {at == 0 ? 0 : line, 0}}, "", std::move(found));
  }

  // Reads the next tag into tag_; false at the end of the page.
  bool next_tag() {
    while (true) {
      at_ = html_.find('<', at_);
      if (at_ == html_.npos || at_ + 1 >= html_.size()) return false;
      if (html_.substr(at_).starts_with("<!--")) {
        const std::size_t end = html_.find("-->", at_);
        at_ = end == html_.npos ? html_.size() : end + 3;
        continue;
      }
      const char c = html_[at_ + 1];
      if (c == '/' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) break;
      ++at_;
    }
    tag_ = Tag{};
    tag_.at = at_++;
    tag_.closing = html_[at_] == '/';
    if (tag_.closing) ++at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/')
      tag_.name += html_[at_++];
    for (char& c : tag_.name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    attributes();
    return true;
  }

  void attributes() {
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '>') {
        ++at_;
        return;
      }
      if (is_space(c) || c == '/') {
        tag_.closed = c == '/';
        ++at_;
        continue;
      }
      std::string name;
      while (at_ < html_.size() && !is_space(html_[at_]) &&
             std::string_view("=>/").find(html_[at_]) == std::string_view::npos)
        name += html_[at_++];
      std::string_view value;
      if (at_ < html_.size() && html_[at_] == '=') {
        const char quote = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
        const bool quoted = quote == '"' || quote == '\'';
        const std::size_t begin = at_ + (quoted ? 2 : 1);
        std::size_t end = quoted ? html_.find(quote, begin) : html_.find_first_of(" \n\t>", begin);
        end = std::min(end, html_.size());
        value = html_.substr(begin, end - begin);
        at_ = end + (quoted ? 1 : 0);
      }
      if (name.empty()) ++at_;  // a stray sign
      tag_.closed = false;
      tag_.attributes.emplace_back(std::move(name), value);
    }
  }

  void take() {
    if (tag_.closing) {
      close();
      return;
    }
    look();
    if (tag_.closed || one_of(tag_.name, without_end)) return;
    if (one_of(tag_.name, raw)) {
      const std::size_t end = html_.find("</" + tag_.name, at_);
      if (tag_.name == "title" && open_.size() <= 2)
        titled_ = titled_ || !trim(html_.substr(at_, std::min(end, html_.size()) - at_)).empty();
      at_ = std::min(end, html_.size());
    }
    open_.push_back(tag_);
  }

  void close() {
    std::size_t top = open_.size();
    while (top > 0 && open_[top - 1].name != tag_.name && one_of(open_[top - 1].name, end_is_optional)) --top;
    if (top > 0 && open_[top - 1].name == tag_.name) {
      open_.resize(top - 1);
      return;
    }
    fault(rules::theme_html_unbalanced, tag_.at, "</" + tag_.name + ">");
    // If it was opened further out, go on from there: one fault is one finding.
    const auto outer =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Tag& tag) { return tag.name == tag_.name; });
    if (outer != open_.rend()) open_.erase(std::prev(outer.base()), open_.end());
  }

  void look() {
    if (const auto* id = tag_.get("id"); id && !ids_.insert(*id).second)
      fault(rules::theme_html_repeated_id, tag_.at, std::string(*id));
    const std::string& name = tag_.name;
    if (name == "html" && (!tag_.get("lang") || tag_.get("lang")->empty()))
      fault(rules::theme_html_no_lang, tag_.at, "<html>");
    if (name == "img" && !tag_.get("alt")) fault(rules::theme_html_no_alt, tag_.at, "<img>");
    if (name == "h1") ++headings_;
    if (name == "style" || tag_.get("style")) fault(rules::theme_html_inline, tag_.at, name + " style");
    for (const auto& [attribute, unused] : tag_.attributes) {
      if (attribute.starts_with("on")) fault(rules::theme_html_inline, tag_.at, fmt::format("{} {}", name, attribute));
    }
    const auto* src = tag_.get("src");
    const auto* href = tag_.get("href");
    const std::string_view rel = tag_.get("rel") ? *tag_.get("rel") : std::string_view();
    if (name == "script" && !src && !(tag_.get("type") && *tag_.get("type") == "application/ld+json"))
      fault(rules::theme_html_inline, tag_.at, "script");
    if (name == "script" && src) asked(*src);
    const bool sheet = rel == "stylesheet";
    if (name == "link" && href && (sheet || rel == "icon" || rel == "preload" || rel == "modulepreload"))
      asked(*href);
    if (name == "iframe" && src) foreign(*src);
    if (name == "img" && src) foreign(*src);
  }

  void asked(std::string_view address) {
    foreign(address);
    if (!addresses_.insert(address).second) return;
    ++requests_;
    if (page_.size_of) bytes_ += page_.size_of(page_.context, address);
  }
  void foreign(std::string_view address) {
    if (address.starts_with("//") || address.starts_with("http://") || address.starts_with("https://"))
      fault(rules::theme_html_foreign, tag_.at, std::string(address));
  }

  const LintedPage& page_;
  const std::string_view html_;
  Findings& findings_;
  std::size_t at_ = 0;
  Tag tag_;
  std::vector<Tag> open_;
  std::set<std::string_view> ids_, addresses_;
  int headings_ = 0;
  bool titled_ = false;
  std::size_t requests_ = 1, bytes_ = page_.html.size();
};

}  // namespace

void lint_page(const LintedPage& page, const PageLimits& limits, Findings& findings) {
  Linter(page, findings).run(limits);
}

}  // namespace mektep
